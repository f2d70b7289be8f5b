import { Lexer } from 'yaml';

/** What the lexer keeps to itself: `indentNext` is how far the next line has to be indented. */
interface Inside {
  indentNext: number;
  parseFlowCollection(): Generator<string, string | null>;
  parseQuotedScalar(): Generator<string, string | null>;
}

/**
 * Takes any indentation within brackets and quotes, as YAML 1.1's parsers do, CloudFormation's among them. YAML 1.2
 * wants each line indented further than its parent; policies pasted as JSON seldom are.
 */
export class TemplateLexer extends (Lexer as unknown as new () => Inside & Pick<Lexer, 'lex'>) {
  override *parseFlowCollection(): Generator<string, string | null> {
    return yield* this.atAnyIndent(super.parseFlowCollection());
  }

  override *parseQuotedScalar(): Generator<string, string | null> {
    return yield* this.atAnyIndent(super.parseQuotedScalar());
  }

  private *atAnyIndent(tokens: Generator<string, string | null>): Generator<string, string | null> {
    const { indentNext } = this;
    this.indentNext = 0;
    const next = yield* tokens;
    this.indentNext = indentNext;
    return next;
  }
}
