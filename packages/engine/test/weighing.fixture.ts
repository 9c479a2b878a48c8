/** What tests ask about what people weigh: in the words in which it is told. */
import { whyNot } from '@anchorhold/story';
import type { WeighedChoice, WeighedOption } from '@anchorhold/story';
import { overhear } from '../src/kernel/deliberation.ts';
import type { World } from '../src/kernel/world.ts';
import { who } from './night.fixture.ts';

/** What somebody settles about a matter within so many seconds, the last time; null where they do not. The world lives on. */
export function weighs(world: World, name: string, matter: string, seconds = 6): WeighedChoice | null {
  const heard = overhear(world, who(world, name), world.time + seconds);
  return whyNot(world, heard).find(({ id }) => id === matter) ?? null;
}

/** What became of one option, or of the first of its sort. */
export function optionOf(choice: WeighedChoice | null, id: string): WeighedOption {
  const found = choice?.options.find((option) => option.id === id);
  if (found === undefined) throw new Error(`${id} was not considered, but ${choice?.options.map((each) => each.id)}`);
  return found;
}

/** What kept somebody from an option; null where nothing did. */
export const failedOf = (choice: WeighedChoice | null, id: string): string | null => optionOf(choice, id).failed;

export const chosenOf = (choice: WeighedChoice | null): string[] =>
  (choice?.options ?? []).filter(({ chosen }) => chosen).map(({ id }) => id);
