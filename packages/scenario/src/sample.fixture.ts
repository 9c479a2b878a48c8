import {
  amount,
  beginning,
  choice,
  duration,
  either,
  entries,
  flag,
  fraction,
  integer,
  list,
  map,
  moment,
  nameIn,
  optionally,
  phrase,
  record,
  text,
  timeWindow,
  whole,
  withDefault,
} from '@anchorhold/engine';

/** Parts such as systems declare them, for the sample below. */
export const title = whole('title', text('What the scenario is called.'));
export const begin = whole('begin', beginning('When it begins.'));
export const lasts = whole('lasts', withDefault(duration(), 86_400));

export const placeParts = entries(
  'places',
  {
    name: optionally(text('What is shown.')),
    like: withDefault(
      choice(['stone house', 'open yard', 'cable ferry', 'scrub', 'cellar'], 'A place of the library.'),
      'scrub',
    ),
    with: withDefault(list(choice(['cellar', 'loft', 'well'])), []),
    'next to': withDefault(list(nameIn('places')), []),
    joins: optionally(list(nameIn('places'))),
  },
  'The places.',
);
export const groupParts = entries('groups', {
  home: nameIn('places', 'Where the group lives.'),
  leader: optionally(nameIn('people')),
  extras: withDefault(integer(0, 500), 0),
  'hostile to': withDefault(list(nameIn('groups')), []),
  wants: optionally(text()),
  comes: optionally(timeWindow()),
});
const tie = choice(['sister', 'brother', 'husband', 'wife', 'fears']);
export const peopleParts = entries('people', {
  name: optionally(text()),
  age: withDefault(integer(0, 120), 30),
  group: optionally(nameIn('groups')),
  temper: withDefault(list(choice(['wary', 'just', 'rash', 'loyal'])), []),
  office: optionally(choice(['stores', 'watch', 'doctor'])),
  nerve: withDefault(fraction(), 0.5),
  child: withDefault(flag(), false),
  wounds: withDefault(list(text()), []),
});
export const bondParts = entries('people', {
  ties: withDefault(
    map(nameIn('people'), either([tie, record({ was: optionally(tie), grudge: optionally(choice(['low', 'high'])) })])),
    new Map(),
  ),
});
export const pastParts = entries('people', {
  past: withDefault(
    list(
      record({
        did: choice(['abandon', 'steal', 'save']),
        whom: optionally(nameIn('people')),
        what: optionally(text()),
        ago: duration(),
        why: optionally(text()),
        'seen by': withDefault(list(nameIn('people')), []),
      }),
    ),
    [],
  ),
});
export const storeParts = entries('stores', {
  food: optionally(amount('g')),
  salt: optionally(amount('g')),
  lamp: optionally(amount('ml')),
  rounds: optionally(amount('piece')),
  bandages: optionally(amount('piece')),
});
const SEEN = phrase(['{people|groups} seen on {places}', 'raiders seen on {places}', '{people} is down']);
export const contingencyParts = entries('contingencies', {
  who: list(nameIn('people')),
  hidden: optionally(nameIn('places')),
  'told by': optionally(nameIn('people')),
  'known to': withDefault(list(nameIn('people')), []),
  when: SEEN,
  do: phrase(['cut {places}', 'fire at {target:people|groups} from {places}']),
  unless: optionally(SEEN),
});
export const outcomeParts = entries('outcomes', {
  holds: optionally(nameIn('places')),
  by: optionally(nameIn('groups')),
  at: optionally(moment()),
});

export const parts = [
  title,
  begin,
  lasts,
  placeParts,
  groupParts,
  peopleParts,
  bondParts,
  pastParts,
  storeParts,
  contingencyParts,
  outcomeParts,
] as const;

export const sample = `# A ferry, a family, a toll.
title: "The Rope at Low Weir"
begin: late autumn, d1 16:30, river fog
lasts: 5d
places:
  mill house: {like: stone house, with: [cellar]}
  mill cellar: {like: cellar, next to: mill house}
  landing: {like: open yard, next to: mill house}
  raft: {like: cable ferry, joins: [landing, far bank]}
  far bank: {}
groups:
  mill folk: {home: mill house, leader: Iselin}
  Tallow Road: {home: far bank, leader: Corrin, extras: 9, hostile to: mill folk, wants: salt, comes: d2 to d4}
people:
  Iselin:
    name: Old Iselin
    temper: [wary, just]
    ties: {Bram: brother, Corrin: {was: husband}}
    past:
      - {did: abandon, whom: Corrin, ago: 3y, why: fever, seen by: [Bram]}
  Bram: {temper: [rash, loyal], group: mill folk}
  Tam: {age: 15, ties: {Iselin: fears}, nerve: 30%}
  Bede:
    office: stores
    past:
      - {did: steal, what: 6 kg salt, ago: 2d, seen by: Tam}
  Corrin: {group: Tallow Road, wounds: [lame leg], ties: {Iselin: {grudge: high}}}
  Lone:
stores:
  mill house: {food: 38.5 kg, salt: 120 kg, lamp: 2 l, rounds: 60, bandages: 9}
contingencies:
  the cut rope: {who: [Bram], hidden: mill cellar, told by: Tam, known to: [Iselin], when: raiders seen on raft, do: cut raft, unless: Iselin seen on raft}
outcomes:
  the landing holds: {holds: landing, by: mill folk, at: d5 00:00}
`;
