import { believe } from '../../kernel/beliefs.ts';
import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, maybe, oneOf, role } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ROUSES, body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { tollOn } from '../memory/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { hears } from '../word/system.ts';
import { KINDS_OF_WORDS, hasSaid, outcry } from './state.ts';

/** Metres at which words shouted with all one's breath are as likely understood as not, in quiet and while there is firing. [d] */
const LOUD_METRES = 95;
const DIN_METRES = 57;
/** Seconds after a shot for which there is firing. */
const DIN_SECONDS = 6;
/** What a leader's word leaves of the strain, and of the suppression, of those who hear it. [d] */
const RALLY_LEAVES_STRAIN = 0.75;
const RALLY_LEAVES_SUPPRESSION = 0.6;
/** How much less of it reaches somebody on whom fighting has taken the heaviest toll. [d] */
const TOLL_DEAFENS = 0.6;
/** What it puts on somebody to be shouted at by name from over there. [d] */
const DREAD = 0.04;

/** Somebody shouts words that are meant to be heard: by their own, or by an enemy. Whoever is in earshot hears them. */
export const shouted = eventKind('voice/shouted', {
  roles: { actor: role(person), target: maybe(person), place: role(place) },
  data: { kind: oneOf(KINDS_OF_WORDS) },
  possible: (world, event) => canAct(world, event.actor),
  apply: (world, event) => {
    const rows = world.of(outcry);
    rows.lastAt.put(event.actor, event.time);
    if (event.kind === 'rally') rows.rallies.put(event.actor, Math.min(255, rows.rallies.raw[event.actor] + 1));
    else if (event.kind === 'threat' || event.kind === 'vow') rows.parted.put(event.actor, 1);
    else rows.challenged.put(event.actor, 1);
    const own = groupOf(world, event.actor);
    const nerve = world.of(nerves);
    world.trace.open(-1, world.time);
    for (const who of inEarshot(world, event.actor, event.id)) {
      world.chronicle.addWitness(witnessWord(who, BY_HEARING, 220));
      believe(world, who, hasSaid, event.actor, {
        place: event.place,
        confidence: 0.9,
        source: event.id,
        truth: event.id,
      });
      if (event.kind === 'rally' && groupOf(world, who) === own) {
        const hearkens = 1 - TOLL_DEAFENS * tollOn(world, who);
        nerve.strain.fade(who, 1 - hearkens * (1 - RALLY_LEAVES_STRAIN), 0.01);
        nerve.suppression.fade(who, 1 - hearkens * (1 - RALLY_LEAVES_SUPPRESSION), 0.02);
        // Nothing is added; but that there is less of it now descends from the word.
        nerve.strain.add(who, 0, event.id);
        nerve.suppression.add(who, 0, event.id);
      } else if (who === event.target) nerve.strain.add(who, DREAD, event.id);
    }
    world.trace.close(false);
  },
});

/** Who is awake and hears it, of whichever side. Sleepers hear a noise. */
function inEarshot(world: World, speaker: number, source: number): number[] {
  const bodies = world.of(body);
  const metres = firing(world) ? DIN_METRES : LOUD_METRES;
  const heard: number[] = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (who === speaker || bodies.alive.raw[who] === 0 || world.of(position).gone.raw[who] === 1) continue;
    if (!hears(world, speaker, who, metres)) continue;
    if (bodies.awake.raw[who] === 0) bodies.roused.add(who, ROUSES.shout, source);
    else heard.push(who);
  }
  return heard;
}

function firing(world: World): boolean {
  const { flash, flashAt } = world.of(notice);
  for (let who = 0; who < world.of(person).count; who++) {
    if (flash.raw[who] !== 0 && world.time - flashAt.raw[who] <= DIN_SECONDS) return true;
  }
  return false;
}
