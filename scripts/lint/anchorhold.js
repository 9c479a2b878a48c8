/** The project's own lint rules, loaded by oxlint (see `.oxlintrc.json`). */
import { exactMath, noForIn, noLocale, noModuleState, noPower, sortedKeys } from './determinism.js';
import { oneWayImports } from './layers.js';

export default {
  meta: { name: 'anchorhold' },
  rules: {
    'exact-math': exactMath,
    'no-for-in': noForIn,
    'no-locale': noLocale,
    'no-module-state': noModuleState,
    'no-power': noPower,
    'one-way-imports': oneWayImports,
    'sorted-keys': sortedKeys,
  },
};
