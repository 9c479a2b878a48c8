import type { Ruleset } from '@anchorhold/engine';
import type { Chronicles } from '@anchorhold/story';
import { standingUnder } from '@anchorhold/story';
import { entitiesByName, entityId } from './history.ts';
import type { History } from './history.ts';
import { defaultRuleset } from './rules.ts';

/**
 * A history that can be asked why. It needs nothing but what the chronicle holds; how events of a kind stand among causes is
 * known as far as the rules at hand (the engine's by default) know the kind. Times are seconds since the beginning.
 */
export function chroniclesIn(history: History, rules: Ruleset = defaultRuleset()): Chronicles {
  const entities = entitiesByName(history.names);
  const tables = new Map(
    history.kinds.map((kind) => [kind.id, new Map(kind.roles.map((role) => [role.name, role.table]))]),
  );
  return {
    events: history.events,
    begin: history.begin,
    entity: ({ kind, roles }, role) => {
      const key = roles[role] ?? '';
      return entities.get(entityId(tables.get(kind)?.get(role) ?? '', key)) ?? { name: key, kind: 'thing', key };
    },
    named: (table, key) => entities.get(entityId(table, key)) ?? null,
    standing: standingUnder(rules),
  };
}
