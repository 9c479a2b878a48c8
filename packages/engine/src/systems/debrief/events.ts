import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import type { Predicate } from '../../kernel/beliefs.ts';
import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { trust } from '../bonds/state.ts';
import { canAct } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { newsOf, presentAt } from './knowledge.ts';
import { debriefing, testimony, weakness } from './state.ts';

/** How sure somebody is of what a comrade saw whom they trust not at all, and fully, beside how sure the comrade was. [d] */
const FROM_NOBODY = 0.6;
const FROM_THE_TRUSTED = 1;

/** Whoever leads has everybody tell what they saw. */
export const called = eventKind('debrief/called', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { present: whole32('people') },
  possible: (world, event) =>
    canAct(world, event.actor) &&
    world.of(debriefing).after.raw[event.group] !== world.of(campaign).endedBy.raw[event.group],
  apply: (world, event) => {
    const rows = world.of(debriefing);
    rows.stage.put(event.group, 1);
    rows.after.put(event.group, world.of(campaign).endedBy.raw[event.group]);
    rows.called.put(event.group, event.id);
    rows.by.put(event.group, event.actor + 1);
  },
});

/** Somebody tells what they saw: of the fallen, of the walls, of who gave up or ran. All who sit there hear it. */
export const told = eventKind('debrief/told', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { fallen: whole32('people'), walls: whole32('barriers'), others: whole32('people') },
  turnOf: 'actor',
  possible: (world, event) => canAct(world, event.actor) && world.of(debriefing).stage.raw[event.group] === 1,
  apply: (world, event) => {
    const claims = world.of(claim);
    const rows = world.of(testimony);
    const listeners = presentAt(world, event.group).filter((who) => who !== event.actor);
    for (const who of listeners) world.chronicle.addWitness(witnessWord(who, BY_HEARING, 230));
    for (const news of newsOf(world, event.actor)) {
      const row = rows.add();
      rows.group.raw[row] = event.group;
      rows.teller.raw[row] = event.actor;
      rows.predicate.raw[row] = claims.predicate.raw[news];
      rows.subject.raw[row] = claims.subject.raw[news];
      rows.place.raw[row] = claims.place.raw[news];
      rows.polarity.raw[row] = claims.polarity.raw[news];
      rows.confidence.raw[row] = claims.confidence.raw[news];
      rows.truth.raw[row] = claims.truth.raw[news];
      rows.by.put(row, event.id);
      for (const who of listeners) take(world, who, event.actor, news, event.id);
    }
  },
});

/** A listener takes what is told with what they know: their own eyes, and whoever was surer, stand against it. */
function take(world: World, who: number, teller: number, news: number, source: number): void {
  const claims = world.of(claim);
  const hash = claims.predicate.raw[news];
  const what = { hash } as Predicate;
  const subject = claims.subject.raw[news];
  const confidence =
    claims.confidence.raw[news] * (FROM_NOBODY + (FROM_THE_TRUSTED - FROM_NOBODY) * trust(world, who, teller));
  const held = findClaim(world, who, what, subject);
  const differs =
    held >= 0 &&
    (claims.polarity.raw[held] !== claims.polarity.raw[news] || claims.place.raw[held] !== claims.place.raw[news]);
  if (differs && (claims.from.raw[held] === 0 || claims.confidence.raw[held] > confidence)) return;
  // One's own sight stays one's own, whoever else has seen it.
  if (held >= 0 && !differs && claims.from.raw[held] === 0) return;
  const { place: at, polarity, hops, seen, truth } = claims;
  const word = {
    confidence,
    source,
    from: teller,
    hops: hops.raw[news] + 1,
    seen: seen.raw[news],
    truth: truth.raw[news],
  };
  believe(world, who, what, subject, { ...word, place: at.raw[news] - 1, negated: polarity.raw[news] === 0 });
}

/** Whoever leads finds where the walls were weakest, by what was told. */
export const foundWeak = eventKind('debrief/found-weak', {
  roles: { actor: role(person), group: role(group), barrier: role(barrier) },
  possible: (world, event) => canAct(world, event.actor) && world.of(debriefing).stage.raw[event.group] === 1,
  apply: (world, event) => {
    const { by } = world.of(weakness);
    const walls = world.of(barrier);
    for (let row = 0; row < walls.count; row++) {
      if (walls.keeper.raw[row] === event.group + 1 && by.raw[row] !== 0) by.put(row, 0);
    }
    by.put(event.barrier, event.id);
  },
});

/** It is over: whoever leads knows by now how many have fallen on either side, as far as anybody saw. */
export const reckoned = eventKind('debrief/reckoned', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { own: whole32('people'), enemies: whole32('people') },
  possible: (world, event) => canAct(world, event.actor) && world.of(debriefing).stage.raw[event.group] === 1,
  apply: (world, event) => world.of(debriefing).stage.put(event.group, 2),
});
