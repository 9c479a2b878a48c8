import { BY_HEARING, BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { purpose } from '../../kernel/chance.ts';
import type { EventKind } from '../../kernel/events.ts';
import { mix } from '../../kernel/hash.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { mostVisible } from './looking.ts';

const P_WITNESS = purpose('sight/witness');
/** How clearly something is taken in by those in the same place, 0..255; from elsewhere it is as clear as it is seen. [d] */
const NEAR = 240;

/**
 * Who noticed an event that had a place: those awake who saw it from where they were, else those who heard it, each by
 * luck of their own. Witnesses are recorded with the event; what they make of it is not decided here.
 */
export function recordWitnesses(world: World, kind: EventKind, event: Readonly<Record<string, unknown>>): void {
  const at = event['place'] as number | undefined;
  const { notice } = kind;
  if (at === undefined || at < 0 || notice === null) return;
  const where = world.of(position);
  const bodies = world.of(body);
  const actor = (event['actor'] as number | undefined) ?? -1;
  // By names, never by a kind's number, which moves when a system is added. Where nobody does it, it is told apart by what
  // and where it is: two walls can give in one second.
  const entry = world.ruleset.entry(kind);
  const salt = actor < 0 ? mix(world.keyHash(entry, event)[0], world.nameLo(place, at)) : entry.idHash[0];
  for (let who = 0; who < world.of(person).count; who++) {
    if (who === actor || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1 || where.gone.raw[who] === 1)
      continue;
    const near = where.at.raw[who] === at;
    const seen = notice.seen * (near ? 1 : mostVisible(world, where.at.raw[who], at, false));
    const far = notice.heard === 0 ? Infinity : metresBetween(world, where.at.raw[who], at) / notice.heard;
    const heard = 1 / (1 + far * far);
    const u = world.luck(P_WITNESS, who, actor, salt);
    if (u < seen) world.chronicle.addWitness(witnessWord(who, BY_SIGHT, near ? NEAR : Math.round(255 * seen)));
    else if (u < Math.max(seen, heard))
      world.chronicle.addWitness(witnessWord(who, BY_HEARING, Math.round(255 * heard)));
  }
}
