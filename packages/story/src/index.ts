export type { Entity, Section, Sentence, Telling, Told, ToldCause } from './told.ts';
export { chronicleVoice } from './voice/chronicle.ts';
export type { ChronicleOptions } from './voice/chronicle.ts';
export { nightEntries } from './voice/entries.ts';
export type { Entry, EntryOptions } from './voice/entries.ts';
export { wordsIn } from './voice/select.ts';
export type { Length } from './voice/select.ts';
export { inPlace } from './english/names.ts';
export { sayPlainly, withAside } from './voice/plain.ts';
export { eventSayer } from './said.ts';
export { whyIdle, whyNot } from './why-not/why-not.ts';
export type { WeighedChoice, WeighedOption } from './why-not/why-not.ts';
export { recalls } from './knowing/recalled.ts';
export { beliefsOf } from './knowing/beliefs.ts';
export type { Belief, Topic } from './knowing/beliefs.ts';
export { reportsOf } from './knowing/reports.ts';
export type { Report } from './knowing/reports.ts';
export { whoIsUnaware, whoKnows } from './knowing/knowers.ts';
export type { Concern, Knower, Knowing, Unaware } from './knowing/knowers.ts';
export { asHtml, asMarkdown, asText, entriesAsText, formatTelling } from './format/format.ts';
export type { Format } from './format/format.ts';
export { escapeHtml, escapeMarkdown } from './format/escape.ts';
export { cleanText, shownName } from './english/names.ts';
export { aboutTime, clock, dayWords, spanWords } from './english/times.ts';
export { amountWords, countWords, ordinalWords, timesWords } from './english/numbers.ts';
export { list } from './english/nouns.ts';

// To ask what else could have been: forks of a lived run, where they are lived, and how two histories are compared.
export { liveInMemory, waking } from './forks/lived.ts';
export type { Lived, LivedOptions } from './forks/lived.ts';
export { liveFork, worldOf } from './forks/fork.ts';
export type { Fork, ForkAnswer } from './forks/fork.ts';
export { inThisThread, remembering } from './forks/executor.ts';
export type { Answers, Executor, ForkHooks, StopSignal } from './forks/executor.ts';
export { happening, happeningsFrom } from './forks/happening.ts';
export type { Happening } from './forks/happening.ts';
export { MOVED_ELSE, MOVED_IN_ENGAGEMENT, differingResults, fateOf, fates, matched, windowOf } from './forks/fates.ts';
export type { Fate, Match } from './forks/fates.ts';
export { engagementWith, engagementsOf, scopeFor, spanEnd } from './forks/spans.ts';
export type { Engagement } from './forks/spans.ts';
export { happened, momentOf, mutesOf, withheldWith, withholding } from './forks/withheld.ts';
export { redrawn } from './forks/redrawn.ts';
export { judge, outcomesIn } from './forks/outcome.ts';
export type { Outcome, Verdict, Verdicts } from './forks/outcome.ts';

// To ask why: what stands behind an event, and what becomes of it when a cause is withheld.
export { testWhy } from './why/tested-why.ts';
export type { TestedWhy } from './why/tested-why.ts';
export { testCauses } from './why/trials.ts';
export type { TestOptions, Tested } from './why/trials.ts';

// What if: a run beside a fork of it.
export { whatIf } from './what-if/ask.ts';
export type { WhatIf } from './what-if/ask.ts';
export { compareWorlds } from './what-if/compare.ts';
export type { ComesOtherwise, Comparison } from './what-if/compare.ts';
export type { Parting } from './what-if/parting.ts';
export type { Differing, Standing } from './what-if/people.ts';
export type { SaidEvent } from './what-if/said.ts';
export { chroniclesOf, standingUnder } from './why/chronicled.ts';
export type { Chronicled, Chronicles, StatedCause } from './why/chronicled.ts';
export { STATED, whyOf } from './why/why.ts';
export type { WhyOptions } from './why/why.ts';
export type { Effect, Why, WhyCause } from './why/types.ts';
export { statement, whyStands } from './why/state.ts';
export type { Asked, WhyState } from './why/state.ts';

// To ask who made the difference: acts withheld in every combination, and what that says of each.
export { credit } from './credit/credit.ts';
export type { ActGroup, Credit, CreditOptions, CreditScope, CreditedAct } from './credit/credit.ts';
export { CreditError } from './credit/acts.ts';
export type { Act } from './credit/acts.ts';
export type { AskedOutcome } from './credit/question.ts';
export { bootstrap, mean, quantile } from './statistics.ts';
export type { Interval } from './statistics.ts';
export { sayCredit } from './credit/said.ts';
export type { CreditSaid, SaidAct } from './credit/said.ts';
