/** What can go wrong on a way, by what is there: hazards that the scenario names, and bands on their ground. */
import { purpose } from '../../kernel/chance.ts';
import { enabled, reason } from '../../kernel/events.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { isOut, outfit, peopleOut } from '../bands/state.ts';
import { hostile } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { heard } from '../region/events.ts';
import type { Hazard } from '../region/kinds.ts';
import { canReach, hasHeard, hazardsOn, homeSite, metresTo } from '../region/state.ts';
import { GOODS } from '../stores/state.ts';
import { wounded } from '../wounds/events.ts';
import { injure } from '../wounds/injury.ts';
import { delayed, hurt, waylaid } from './events.ts';
import { haul, haulRow, trip } from './state.ts';

/** What each hazard does on one way past it: the chance that it holds people up, for how many hours, and that it hurts one. [d] */
const PERILS: Readonly<Record<Hazard, { readonly holds: number; readonly hours: number; readonly hurts: number }>> = {
  ford: { holds: 0.35, hours: 2, hurts: 0.02 },
  wolves: { holds: 0.1, hours: 1, hurts: 0.05 },
  'the sick': { holds: 0.3, hours: 3, hurts: 0.06 },
  'loose masonry': { holds: 0.05, hours: 1, hurts: 0.06 },
};
/** Metres around its camp that a band takes for its ground, and the chance that it comes upon a party there. [d] */
const GROUND_METRES = 4000;
const COMES_UPON = 0.5;
/** The chance that each of those who are fallen upon is hit. [d] */
const HIT = 0.2;
/** What a bite, a fall or a stone lets out, in ml/min: it stops by itself. [d] */
const GRAZE_FLOW = 8;
/** The chance that it lames, where it strikes a leg. [d] */
const LAMES = 0.3;
const [P_HOLDS, P_HURTS, P_WHO, P_WHERE, P_LAMES] = ['holds', 'hurts', 'who', 'where', 'lames'].map((what) =>
  purpose(`parties/${what}`),
);
const P_UPON = purpose('parties/comes-upon');
const P_HIT = purpose('parties/hit');

/** Each hazard on the way is met, or passed by. */
export function meetsHazards(world: World, of: number, lead: number, people: readonly number[]): void {
  const rows = world.of(trip);
  const at = rows.site.raw[of];
  const because = [enabled(rows.setOut.raw[of])];
  const roles = { group: of, site: at };
  hazardsOn(world, homeSite(world), at).forEach((by, i) => {
    const { holds, hours, hurts } = PERILS[by];
    if (world.luck(P_HOLDS, lead, -1, i) < holds) world.propose(delayed, { ...roles, actor: lead, by, hours }, because);
    if (world.luck(P_HURTS, lead, -1, i) >= hurts) return;
    const actor = people[Math.floor(world.luck(P_WHO, lead, -1, i) * people.length)];
    const region = world.luck(P_WHERE, actor, -1, i) < 0.5 ? 'leg' : 'arm';
    const takes = region === 'leg' && world.luck(P_LAMES, actor, -1, i) < LAMES ? 'stride' : 'nothing';
    world.propose(hurt, { ...roles, actor, by, region, takes, flow: GRAZE_FLOW }, because);
  });
}

/** Near where they are going, others may be: enemies on their ground fall upon them, others talk. */
export function comesUpon(world: World, of: number, lead: number, people: readonly number[]): void {
  const at = world.of(trip).site.raw[of];
  const out = peopleOut(world);
  for (let band = 0; band < world.of(group).count; band++) {
    if (!isOut(world, band) || out[band].length === 0) continue;
    const camp = world.of(outfit).site.raw[band];
    if (!hostile(world, of, band)) {
      if (camp === at) talk(world, of, band, lead);
    } else if (canReach(world, camp, at) && metresTo(world, camp, at) <= GROUND_METRES) {
      if (world.luck(P_UPON, lead, -1, band) >= COMES_UPON) continue;
      fallUpon(world, of, band, lead, people);
      return;
    }
  }
}

/** Those who are met learn where the others have come from. */
function talk(world: World, of: number, band: number, lead: number): void {
  const home = homeSite(world);
  if (hasHeard(world, band, home, 'smoke')) return;
  const fields = {
    group: band,
    site: home,
    target: of,
    actor: lead,
    says: 'smoke',
    how: 'told',
    grade: 'B',
    days: 0,
  } as const;
  world.propose(heard, fields, [reason(world.of(trip).setOut.raw[of])]);
}

function fallUpon(world: World, of: number, band: number, lead: number, people: readonly number[]): void {
  const { site: where, short, shortBy, by } = world.of(outfit);
  const at = where.at(band);
  const setOut = world.of(trip).setOut.raw[of];
  const there = by.raw[band] === 0 ? [] : [reason(by.raw[band])];
  const need = short.at(band) === 1 ? [reason(shortBy.raw[band])] : [];
  const grams = world.of(trip).food.raw[of] + world.of(haul).amount.raw[haulRow(of, GOODS.indexOf('food'))];
  world.propose(waylaid, { actor: lead, group: of, target: band, site: at, grams }, [
    ...there,
    ...need,
    reason(setOut),
  ]);
  for (const target of people) {
    if (world.luck(P_HIT, target) >= HIT) continue;
    const { region, flow, takes } = injure(world, -1, target);
    const place = world.of(position).at.raw[target];
    world.propose(wounded, { target, actor: -1, place, region, flow, takes }, [reason(setOut), ...there]);
  }
}
