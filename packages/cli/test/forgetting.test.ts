/** What somebody has forgotten is gone from what they know, and from what is told as theirs; what left its mark is not. */
import { eventsOf, person, state } from '@anchorhold/engine';
import type { EventRecord, World } from '@anchorhold/engine';
import { openRun } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { recalls, whoKnows } from '@anchorhold/story';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FARM, anchorhold, workshop } from './cli.fixture.ts';

const DAYS = 20;
const shop = workshop();
afterAll(shop.clear);
let run: Run;
let end: World;
let soon: World;
beforeAll(async () => {
  const { code, err } = await anchorhold(['run', FARM, '--seed', '1', '--for', `${DAYS}d`, '--out', shop.path('farm')]);
  expect([code, err.includes('error')]).toEqual([0, false]);
  run = await openRun(shop.path('farm'));
  end = run.end();
  soon = run.worldAt(run.recipe.begin + 86_400);
});

const own = (event: EventRecord): number => event.roles['actor'] ?? -1;
/** What somebody did in the first night that is still in nobody's slots but theirs, and what left no mark. */
const doings = (): EventRecord[] =>
  [...eventsOf(soon)].filter(
    (event) => event.time > run.recipe.begin && own(event) >= 0 && event.kind !== 'wounds/died',
  );
const isAlive = (who: number): boolean => end.of(state.body).alive.raw[who] === 1;

describe('forgetting', () => {
  test('takes trifles within days, and what was grave not at all', () => {
    const trifles = doings().filter((event) => event.kind === 'places/reached' && isAlive(own(event)));
    expect(trifles.length).toBeGreaterThan(5);
    for (const event of trifles) {
      expect(recalls(soon, own(event), event), `event ${event.id}`).toBe(true);
      expect(recalls(end, own(event), event), `event ${event.id}`).toBe(false);
    }
    const hurt = [...eventsOf(soon)].filter(
      ({ kind, roles }) => kind === 'wounds/wounded' && isAlive(roles['target']!),
    );
    expect(hurt.length).toBeGreaterThan(0);
    const kept = hurt.filter((event) => recalls(end, event.roles['target']!, event));
    expect(kept.length).toBeGreaterThan(hurt.length / 2);
  });

  test('is gone from what the command says that somebody knows', async () => {
    const [trifle] = doings().filter((event) => event.kind === 'places/reached' && isAlive(own(event)));
    const name = end.keyOf(person, own(trifle!));
    const known = (world: World) => whoKnows(world, trifle!.id).map((each) => each.name);
    expect(known(soon)).toContain(name);
    expect(known(end)).not.toContain(name);
    const { out } = await anchorhold(['knows', shop.path('farm'), '--about', String(trifle!.id), '--json']);
    const knowing = (JSON.parse(out) as { name: string; knew: boolean }[]).filter(({ knew }) => knew);
    expect(knowing.map((each) => each.name)).not.toContain(name);
  });

  test('leaves out of a telling what its teller alone knew of, and nothing that others know', async () => {
    const ids = async (...more: string[]): Promise<Set<number>> => {
      const { out } = await anchorhold(['tell', shop.path('farm'), '--length', 'booklet', '--json', ...more]);
      const { sections } = JSON.parse(out) as { sections: { sentences: { events: number[] }[] }[] };
      return new Set(sections.flatMap(({ sentences }) => sentences.flatMap(({ events }) => events)));
    };
    const settlement = await ids();
    const marit = await ids('--pov', 'Marit');
    const gone = [...settlement].filter((id) => !marit.has(id));
    const who = end.cast.mustRow(person, 'Marit');
    const byId = new Map([...eventsOf(end)].map((event) => [event.id, event]));
    // What is told instead of what is gone may be other things: of what is told as hers, she has forgotten nothing that was hers alone.
    for (const id of marit) {
      const event = byId.get(id)!;
      const people = Object.entries(event.roles).filter(([role]) => event.entry.kind.roles[role]!.table === person);
      const alone = people.every(([, row]) => row === who) && event.witnesses.every((each) => each.who === who);
      if (people.length > 0 && alone) expect(recalls(end, who, event), `event ${id}`).toBe(true);
    }
    expect(gone.length).toBeGreaterThan(0);
  });
});
