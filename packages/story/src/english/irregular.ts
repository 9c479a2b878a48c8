/** The irregular verbs: base, past, past participle. Where usage is divided, the commoner British form stands. */
const table = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built
burn burned burned|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done
draw drew drawn|dream dreamed dreamed|drink drank drunk|drive drove driven|dwell dwelt dwelt|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
forsake forsook forsaken|freeze froze frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown
hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept
kneel knelt knelt|know knew known|lay laid laid|lead led led|lean leaned leaned|leap leapt leapt|learn learned learned
leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant
meet met met|mislay mislaid mislaid|mislead misled misled|mistake mistook mistaken|misunderstand misunderstood misunderstood
mow mowed mown|outrun outran outrun|overcome overcame overcome|overhear overheard overheard|override overrode overridden
overrun overran overrun|oversee oversaw overseen|oversleep overslept overslept|overtake overtook overtaken
overthrow overthrew overthrown|pay paid paid|plead pleaded pleaded|put put put|quit quit quit|read read read
rebuild rebuilt rebuilt|redo redid redone|relight relit relit|repay repaid repaid|retake retook retaken|rid rid rid
ride rode ridden|ring rang rung|rise rose risen|run ran run|saw sawed sawn|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|sew sewed sewn|shake shook shaken|shear sheared shorn|shed shed shed
shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk
sit sat sat|slay slew slain|sleep slept slept|slide slid slid|sling slung slung|slink slunk slunk|slit slit slit
smell smelled smelled|sow sowed sown|speak spoke spoken|speed sped sped|spell spelled spelled|spend spent spent
spill spilled spilled|spin spun spun|spit spat spat|split split split|spread spread spread|spring sprang sprung
stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|stink stank stunk|stride strode stridden
strike struck struck|string strung strung|strive strove striven|swear swore sworn|sweat sweated sweated|sweep swept swept
swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|undergo underwent undergone
understand understood understood|undertake undertook undertaken|undo undid undone|unwind unwound unwound|uphold upheld upheld
upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|wet wet wet|win won won|wind wound wound
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|wring wrung wrung|write wrote written
beset beset beset|bestride bestrode bestridden|betake betook betaken|befall befell befallen|behold beheld beheld
beget begot begotten|cleave clove cloven|hew hewed hewn|inlay inlaid inlaid|input input input|knit knitted knitted
offset offset offset|outbid outbid outbid|outdo outdid outdone|outgrow outgrew outgrown|outshoot outshot outshot
overdo overdid overdone|overeat overate overeaten|overhang overhung overhung|overlay overlaid overlaid|partake partook partaken
prove proved proved|rend rent rent|reset reset reset|resell resold resold|resend resent resent|retell retold retold
rethink rethought rethought|rewind rewound rewound|rewrite rewrote rewritten|strew strewed strewn|stave stove stove
sublet sublet sublet|thrive thrived thrived|unbend unbent unbent|unbind unbound unbound|undercut undercut undercut
undersell undersold undersold|underwrite underwrote underwritten|waylay waylaid waylaid|wed wed wed
`;

/** Past and past participle by base form. `be` is not here: it alone has persons in the past. */
export const irregular: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map((row) => {
      const [base = '', past = '', participle = ''] = row.trim().split(' ');
      return [base, [past, participle]] as const;
    }),
);

/** Verbs of several syllables that double their last consonant: by stress (`referred`) or by British custom (`travelled`). */
export const doubling: ReadonlySet<string> = new Set(
  `abet abhor acquit admit allot annul befit commit compel concur confer control defer deter dispel distil emit enrol
  entrap equip excel expel forget fulfil incur infer instil inter occur omit outfit outwit patrol permit prefer propel
  rebel rebut recur refer refit regret remit repel submit transfer transmit unplug unwrap unzip upset kidnap handicap
  travel level cancel counsel fuel label marshal model quarrel shovel signal tunnel duel total trowel parcel
  barrel channel panel begin beget beset reset overrun outrun undercut sublet outbid input offset forbid rerun unpin`.split(
    /\s+/,
  ),
);
