/** What a scenario says of places, and what adjoins what by it. */
import { choice, entries, integer, list, map, nameIn, optionally, withDefault } from '../../kernel/shape.ts';
import type { Setup } from '../../kernel/shape.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Edge } from './routes.ts';
import { PLACE_KINDS, PLACE_TEMPLATES } from './templates.ts';

export const placeForms = entries('places', {
  like: withDefault(choice(PLACE_KINDS, 'What kind of place it is; all else follows from it.'), 'field'),
  'next to': withDefault(list(nameIn('places', 'Places that it adjoins.')), []),
  joins: withDefault(list(nameIn('places', 'The same as next to, for bridges, ferries, gates.')), []),
  in: optionally(nameIn('places', 'The place that it is a part of.')),
  metres: withDefault(map(nameIn('places'), integer(1, 5000), 'Metres to a neighbour, where it matters.'), new Map()),
});
/** For each place, those that it adjoins. */
export function neighboursOf(setup: Setup): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = setup.entries(placeForms);
  const beside = new Map<string, Set<string>>([...forms.keys()].map((key) => [key, new Set()]));
  for (const [key, fields] of forms) {
    for (const other of [...fields['next to'], ...fields.joins, ...(fields.in === undefined ? [] : [fields.in])]) {
      beside.get(key)?.add(other);
      beside.get(other)?.add(key);
    }
  }
  return beside;
}

/** All places that can be got to from one, itself among them, whatever bars the way. */
export function reachOf(setup: Setup, from: string): ReadonlySet<string> {
  const beside = neighboursOf(setup);
  const reached = new Set([from]);
  for (const at of reached) for (const next of beside.get(at) ?? []) reached.add(next);
  return reached;
}

/** The borders between places, with the metres across and what is seen over them. */
export function edgesOf(world: World, setup: Setup): Edge[] {
  const forms = setup.entries(placeForms);
  const edges: Edge[] = [];
  for (const [key, fields] of forms) {
    const neighbours = [...fields['next to'], ...fields.joins, ...(fields.in === undefined ? [] : [fields.in])];
    for (const other of neighbours) {
      const there = forms.get(other)!;
      const [here, beyond] = [PLACE_TEMPLATES[fields.like], PLACE_TEMPLATES[there.like]];
      const metres = fields.metres.get(other) ?? there.metres.get(key) ?? (here.size + beyond.size) / 2;
      const sight = here.sight * beyond.sight;
      edges.push({ from: world.cast.mustRow(place, key), to: world.cast.mustRow(place, other), metres, sight });
    }
  }
  return edges;
}
