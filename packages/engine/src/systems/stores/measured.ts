/** Dry goods are said in whole kilos, water in litres, others in pieces. */
export const measured = (good: string, amount: number) =>
  good === 'rounds' || good === 'dressings'
    ? ({ noun: good === 'rounds' ? 'round' : 'dressing', count: amount } as const)
    : ({ noun: good, count: Math.round(amount / 1000), unit: good === 'water' ? 'litre' : 'kilo' } as const);
