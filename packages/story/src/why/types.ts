import type { CauseKind } from '@anchorhold/engine';
import type { Tested } from './trials.ts';

/** What withholding a cause does to its effect; null where that was not tried. */
export type Effect = 'vanished' | 'moved' | 'changed' | 'none';

/** A cause in a tree of causes: one that stands for itself, or several that hold only together. */
export interface WhyCause {
  /** The events that the event above states as this cause; to withhold them is to withhold the cause. */
  readonly ids: readonly number[];
  /** The events that the text tells: the same, or what lies behind them. */
  readonly told: readonly number[];
  readonly as: CauseKind;
  /** Whether `ids` count only together. */
  readonly joint: boolean;
  /** Whole seconds on the clock of the chronicle: when the last of `told` happened, by which all of it had. */
  readonly time: number;
  /** One sentence; of a joint cause of several parts, a heading, and the parts are `because`. */
  readonly text: string;
  /** Whether it was told further up, and what lies behind it stands there. */
  readonly above: boolean;
  /** The share of re-rolled later luck in which withholding it undoes the effect, 0..1; null where that was not tried. */
  readonly needed: number | null;
  readonly effect: Effect | null;
  /** All that came of withholding it; null where that was not tried. */
  readonly test: Tested | null;
  readonly because: readonly WhyCause[];
  /** How many further causes were stated that are not shown. */
  readonly left: number;
}

/** Why something happened: the answer to a question, as a tree. */
export interface Why {
  readonly event: { readonly id: number; readonly key: string; readonly time: number; readonly text: string };
  /** What had been coming on behind it without being an event, in sentences. */
  readonly drift: readonly string[];
  /** What the answer rests on. */
  readonly scope: string;
  readonly causes: readonly WhyCause[];
  readonly left: number;
}
