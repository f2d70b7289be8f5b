import type { Progress } from '../check/progress';

/** Seconds before anything is said: most checks are over by then. */
const PATIENCE = 1;
const CLEAR = '\r\u001b[2K';

/** One line of a terminal that says what is being done, once that takes long. */
export class ProgressLine {
  private shown = false;

  /**
   * @param terminal where the line is; nothing is written to anything that is no terminal
   * @param seconds how long the work has taken
   */
  constructor(
    private readonly terminal: { readonly isTTY?: boolean; write(text: string): unknown },
    private readonly seconds: () => number,
  ) {}

  readonly tell: Progress = (what, long = false) => {
    if (this.terminal.isTTY !== true || (!long && this.seconds() < PATIENCE)) return;
    this.terminal.write(`${CLEAR}${what} …`);
    this.shown = true;
  };

  /** Takes the line away: what follows is written in its place. */
  clear(): void {
    if (this.shown) this.terminal.write(CLEAR);
    this.shown = false;
  }
}
