/**
 * The tables of the systems, for those who look at a world from outside: `world.of(state.body).alive.at(row)`. Nobody
 * outside a rule writes to them.
 */
export { ASSAULT_STAGES, assault } from './systems/assault/state.ts';
export { BARRIER_NAMES } from './systems/barriers/kinds.ts';
export { barrier, breaking, isAttacked, isBreached } from './systems/barriers/state.ts';
export { WEAPONS, body } from './systems/bodies/state.ts';
export { captive, hasSurrendered } from './systems/captivity/state.ts';
export { burden } from './systems/carrying/state.ts';
export { fear } from './systems/dread/state.ts';
export { campaign } from './systems/engagement/state.ts';
export { WILD, burning, isBurning } from './systems/fire/state.ts';
export { member, side } from './systems/groups/state.ts';
export { noiseAt } from './systems/hearing/state.ts';
export { thing } from './systems/items/state.ts';
export { sky } from './systems/light/state.ts';
export { looksOf } from './systems/looks/state.ts';
export { OFFICES, charge, officesOf } from './systems/offices/state.ts';
export { TASKS, contingency, duty } from './systems/orders/state.ts';
export { lodging, room } from './systems/quarters/state.ts';
export { cues, remembers, trauma, troubled } from './systems/memory/state.ts';
export { doingOf } from './systems/work/hands.ts';
export { DRILL, crew, labour } from './systems/work/state.ts';
export { tasks } from './systems/work/tasks.ts';
export { peoplePast } from './systems/past/deeds.ts';
export { onceDid } from './systems/past/memory.ts';
export { peoplePromises } from './systems/promises/before.ts';
export { TIES, bond } from './systems/past/state.ts';
export { PROMISES, STANDINGS, promise } from './systems/promises/state.ts';
export { between, position } from './systems/places/state.ts';
export { hunger } from './systems/needs/facts.ts';
export { STAGES, intent } from './systems/raid/state.ts';
export { GRADES, SAYS, report, reportRow, site } from './systems/region/state.ts';
export { REPORTED } from './systems/region/said.ts';
export { hasBroken, nerves } from './systems/resolve/state.ts';
export { cameAt } from './systems/siege/events.ts';
export { besiegerOf, investment } from './systems/siege/state.ts';
export { comradeAt, isAt } from './systems/sight/state.ts';
export { firedHere } from './systems/smell/state.ts';
export { inSquad, squad } from './systems/squads/state.ts';
export { GOODS, load, stock, stockRow } from './systems/stores/state.ts';
export { hoard, isThief } from './systems/theft/state.ts';
export { thieving } from './systems/theft/facts.ts';
export { hasSaid } from './systems/voice/state.ts';
export { cold } from './systems/warmth/facts.ts';
export { thirsty } from './systems/water/facts.ts';
export { cameOut, doubts } from './systems/will/state.ts';
export { BLOOD_ML, REGIONS, able, hasFallen, isHurt, vitals, wound } from './systems/wounds/state.ts';
