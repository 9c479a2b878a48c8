import type { World } from '../../kernel/world.ts';
import { heardBy, homeSite } from '../region/state.ts';

/** The report on which people of a group would come: that there is food with those on the map, else that they live there; 0 for none. */
export function wordOf(world: World, of: number): number {
  const home = homeSite(world);
  return heardBy(world, of, home, 'food') || heardBy(world, of, home, 'smoke');
}
