import { basename } from 'node:path';

const LONGEST = 80;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name that is safe as a part of a path on every system: letters, digits, `.`, `_` and `-`, at most 80 characters. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  // By code points, so that no letter is cut in two.
  const short = [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/[.-]+$/, '');
  if (short === '') return 'unnamed';
  return DEVICES.test(short) ? `run-${short}` : short;
}

/** What a scenario is called by its file: `scenarios/farm-at-night.yaml` is `farm-at-night`. */
export function scenarioName(file: string): string {
  return safeName(basename(file).replace(/\.ya?ml$/i, ''));
}

/** Where a run is left unless somebody says otherwise: `runs/<scenario>-<seed>`. */
export function defaultRunDir(scenarioFile: string, seed: number): string {
  return `runs/${scenarioName(scenarioFile)}-${seed}`;
}
