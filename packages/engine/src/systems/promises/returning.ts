/** Whoever leads a party out promises whom they leave at home to be back by dark. */
import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { regard } from '../bonds/state.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { trip } from '../parties/state.ts';
import { position } from '../places/state.ts';
import { giveWord, readiness } from './giving.ts';
import { DAY, promise } from './state.ts';
import type { Undertaking } from './state.ts';

/** The hour by which it is dark, whatever the season: people say it, and nobody looks at a clock. [d] */
const DARK_AT = 20;
/** The chance that it is said, by somebody of no particular temper; and how fond of them somebody is to whom it is. [d] */
const SAYS_BY_DARK = 0.7;
const DEAR = 0.3;
const HOUR = 3600;
const P_SAYS_SO = purpose('promises/be-back');

export const returning: Undertaking = {
  that: 'be back by dark',
  upon: ['parties/set-out'],
  offer: (world, event) => {
    const { actor: sender, target: lead, group: of } = event.roles;
    const rows = world.of(trip);
    if (rows.setOut.raw[of] !== event.id || world.luck(P_SAYS_SO, lead) >= readiness(world, lead, SAYS_BY_DARK)) return;
    const to = dearest(world, lead) ?? sender;
    if (to === lead) return;
    // Nobody promises what cannot be: it would be night by then.
    if (rows.back.raw[of] > darkOn(rows.back.raw[of])) return;
    world.trace.open(lead, world.time);
    rows.leg.at(of);
    world.of(position).gone.at(to);
    const due = darkOn(rows.back.at(of));
    giveWord(world, { from: lead, to, that: 'be back by dark', hours: (due - world.time) / HOUR }, [reason(event.id)]);
    world.trace.close(false);
  },
  fate: (world, row) => {
    const rows = world.of(promise);
    const who = rows.from.raw[row];
    const { gone, by, goneBy } = world.of(position);
    if (gone.at(who) === 0) return { as: 'kept', because: [reason(by.raw[who])] };
    if (world.time < rows.due.raw[row]) return null;
    return { as: 'broken', because: [reason(heldUpBy(world, who, rows.given.raw[row]) || goneBy.raw[who])] };
  },
};

/** When it is dark on the day of a moment. */
const darkOn = (time: number): number => Math.floor(time / DAY) * DAY + DARK_AT * HOUR;

/** Whom of those at home somebody is fondest of, if of any. Plain reads. */
function dearest(world: World, who: number): number | undefined {
  let best: number | undefined;
  let most = DEAR;
  for (let other = 0; other < world.of(person).count; other++) {
    if (other === who || groupOf(world, other) !== groupOf(world, who) || world.of(position).gone.raw[other] === 1)
      continue;
    const fond = regard(world, who, other, 'affection');
    if (fond <= most || world.of(body).alive.raw[other] === 0) continue;
    [best, most] = [other, fond];
  }
  return best;
}

/** What held up a party last since an event; 0 where nothing did. */
function heldUpBy(world: World, who: number, since: number): number {
  const of = groupOf(world, who);
  const kinds = ['parties/delayed', 'parties/waylaid', 'parties/hurt'].map((id) => world.ruleset.entryById(id));
  for (let id = world.chronicle.length; id > since; id--) {
    const entry = kinds.find((each) => each?.index === world.chronicle.kind(id));
    if (entry && world.chronicle.word(id, entry.roles.indexOf('group')) === of) return id;
  }
  return 0;
}
