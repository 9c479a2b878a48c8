import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FARM, anchorhold, jsonLines, workshop } from './cli.fixture.ts';

const shop = workshop();
afterAll(shop.clear);

const write = (name: string, text: string): string => {
  writeFileSync(shop.path(name), text);
  return shop.path(name);
};

interface Event {
  readonly id: number;
  readonly key: string;
  readonly time: number;
  readonly kind: string;
  readonly roles: Readonly<Record<string, string>>;
}

async function lived(name: string, orders: string): Promise<{ events: Event[]; err: string; code: number }> {
  const file = write(`${name}.yaml`, orders);
  const { code, err } = await anchorhold(['run', FARM, '--orders', file, '--out', shop.path(name)]);
  if (code !== 0) return { events: [], err, code };
  return { events: jsonLines((await anchorhold(['events', shop.path(name), '--json'])).out) as Event[], err, code };
}

let plain: Event[] = [];
beforeAll(async () => {
  await anchorhold(['run', FARM, '--out', shop.path('plain')]);
  plain = jsonLines((await anchorhold(['events', shop.path('plain'), '--json'])).out) as Event[];
});

describe('orders that can be given', () => {
  test('an order is given at its moment, by its giver', async () => {
    const { events } = await lived('order', '- at: d1 22:30\n  order: {by: Marit, do: hold, to: granary}\n');
    const given = events.find(({ kind, time }) => kind === 'orders/ordered' && time === 5400);
    expect(given?.roles).toMatchObject({ actor: 'Marit', group: 'Aldersyke' });
  });

  test('[S1] somebody whom the scenario only counts is called by the name that is shown, or by their number', async () => {
    const moves = '- at: 1h\n  move: {who: Ralf, to: beck}\n- at: 2h\n  move: {who: the Fell men 1, to: lane}\n';
    await lived('extra', moves);
    const shown = async (name: string, at: string): Promise<{ name: string; position: { at: string } }> =>
      JSON.parse((await anchorhold(['show', shop.path('extra'), name, '--json', '--at', at])).out);
    expect((await shown('Ralf', '61m')).position.at).toBe('beck');
    expect((await shown('the Fell men 1', '121m')).position.at).toBe('lane');
    const { code, err } = await lived('nobody', '- at: 1h\n  move: {who: Ralph, to: beck}\n');
    expect(code).toBe(2);
    expect(err).toContain('"Ralph" is nobody here');
  });

  test('what is set and who is moved is so from then on', async () => {
    const orders =
      '- at: 1h\n  set stock: {in: granary, good: seed grain, to: 3 kg}\n- at: 1h\n  move: {who: Pell, to: farmhouse}\n';
    await lived('set', orders);
    const at = async (...rest: string[]): Promise<string> =>
      (await anchorhold(['show', shop.path('set'), ...rest, '--json'])).out;
    expect(JSON.parse(await at('granary', '--at', '59m'))).toMatchObject({ stocks: { 'seed grain': 180_000 } });
    expect(JSON.parse(await at('granary', '--at', '61m'))).toMatchObject({ stocks: { 'seed grain': 3_000 } });
    expect(JSON.parse(await at('Pell', '--at', '61m'))).toMatchObject({ position: { at: 'farmhouse' } });
  });

  test('an event that is withheld by its number does not happen', async () => {
    const came = plain.find(({ kind }) => kind === 'raid/came')!;
    const { events } = await lived('withheld', `- withhold: ${came.id}\n`);
    expect(plain.length).toBeGreaterThan(events.length);
    expect(events.some(({ key, time }) => key === came.key && time === came.time)).toBe(false);
  });

  test('an event that is withheld by its kind and roles does not happen for as long as is said', async () => {
    const first = plain.find(({ kind }) => kind === 'orders/ordered')!;
    const roles = Object.entries(first.roles).map(([role, name]) => `${role}: ${name}`);
    const orders = `- at: 1h\n  withhold: {kind: orders/ordered, roles: {${roles.join(', ')}}, for: 9h}\n`;
    const { events } = await lived('described', orders);
    expect(events.some(({ key }) => key === first.key)).toBe(false);
  });

  test('other luck leaves what came before as it was', async () => {
    const middle = plain.find(({ kind }) => kind === 'orders/ordered')!.time + 60;
    const { events } = await lived('luck', `- at: ${middle}s\n  re-roll: 7\n`);
    const until = (all: readonly Event[]): Event[] => all.filter(({ time }) => time < middle);
    expect(until(events)).toEqual(until(plain));
    expect(events).not.toEqual(plain);
  });
});

describe('orders that cannot be given', () => {
  test.each([
    [
      '- at: d9 04:00\n  move: {who: Pell, to: yard}',
      /:1:7 error: d9 04:00 is outside the run, which goes from d1 21:00 to d2 08:00\./,
    ],
    ['- at: 2h', /:1:3 error: This says when, but not what\. Add one of /],
    ['- move: {who: Pell, to: yard}', /:1:3 error: This "move" does not say when\. Add at: /],
    ['- at: 1h\n  move: {who: Pel, to: yard}', /:2:15 error: "Pel" is nobody here\. Nearest: Pell\./],
    ['- at: 1h\n  mov: {who: Pell, to: yard}', /:2:3 error: There is no field "mov" here\. Nearest: move\./],
    ['- at: 1h\n  move: {who: Pell, to: yard}\n  re-roll: 3', /:3:12 error: This gives move and re-roll at once\./],
    ['- withhold: 99999', /:1:13 error: There is no event 99999: with seed 1 this scenario has \d+/],
    ['- at: 1h\n  withhold: {kind: raid/cam}', /:2:20 error: "raid\/cam" is no kind of event\. Nearest: raid\/came\./],
    [
      '- at: 1h\n  withhold: {kind: raid/came, roles: {actr: Rourke}}',
      /error: raid\/came has no role "actr"\. Its roles: /,
    ],
    [
      '- at: 1h\n  withhold: {kind: raid/came, roles: {actor: Rorke}}',
      /error: There is no person "Rorke"\. Nearest: Rourke\./,
    ],
    [
      '- at: 1h\n  withhold: {kind: raid/came, roles: {actor: Rourke}}',
      /error: It does not say who or what stands as group and place\./,
    ],
    ['- at: 23:30\n  re-roll: 3', /:1:7 error: "23:30" does not say which day\. Write the day too: d1 23:30\./],
    ['', /:1:1 error: /],
  ])('%j is refused with its place', async (orders, message) => {
    const { code, err } = await lived('refused', orders);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('the dead give no orders: an order is judged by how things stand at its moment', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const dir = shop.path(`seed-${seed}`);
      await anchorhold(['run', FARM, '--seed', `${seed}`, '--out', dir]);
      const { out } = await anchorhold(['events', dir, '--kind', 'wounds/died', '--json']);
      const deaths = out === '' ? [] : (jsonLines(out) as Event[]);
      // People without a line of their own in the scenario cannot be named in orders.
      const death = deaths.find(({ roles }) => !/\d$/.test(roles['actor']!));
      if (death === undefined) continue;
      const giver = death.roles['actor']!;
      const run = async (time: number): ReturnType<typeof anchorhold> => {
        const file = write('dead.yaml', `- at: ${time}s\n  order: {by: ${giver}, do: hold, to: yard}\n`);
        return await anchorhold([
          'run',
          FARM,
          '--seed',
          `${seed}`,
          '--orders',
          file,
          '--out',
          shop.path(`dead-${time}`),
        ]);
      };
      expect((await run(death.time - 3600)).code).toBe(0);
      const { code, err } = await run(death.time + 60);
      expect(code).toBe(2);
      expect(err).toContain(`:2:10 error: ${giver} is dead and gives no orders.`);
      return;
    }
    expect.fail('nobody whom the scenario describes died in thirty nights');
  });

  test('check looks names up where it is told the scenario, and says so where it is not', async () => {
    const file = write('names.yaml', '- at: 1h\n  move: {who: Pel, to: yard}\n');
    const alone = await anchorhold(['check', file]);
    expect([alone.code, alone.out]).toEqual([0, '']);
    expect(alone.err).toContain('--scenario');
    const beside = await anchorhold(['check', file, '--scenario', FARM]);
    expect(beside.code).toBe(2);
    expect(beside.out).toContain('Nearest: Pell.');
  });
});
