import type { Hearing } from './hearing';
import { intrinsicOf, isObject, parsedObject } from './json';
import type { Reading } from './read';

/** Statements of a policy document that allow something; a document may be JSON in a string. */
export function allowingStatements(document: Reading, hearing: Hearing): readonly Reading[] {
  return bodiesOf(document, hearing)
    .flatMap((body) => hearing.below([body], 'Statement[*]'))
    .filter((statement) => {
      if (!isObject(statement.value) || intrinsicOf(statement.value) !== undefined) return false;
      const effects = hearing.below([statement], 'Effect').flatMap((effect) => hearing.texts(effect));
      return effects.length === 0 || effects.some((effect) => effect !== 'Deny');
    });
}

function bodiesOf(document: Reading, hearing: Hearing): readonly Reading[] {
  if (typeof document.value !== 'string' && intrinsicOf(document.value) === undefined) return [document];
  return hearing.texts(document).map((text) => ({ path: document.path, value: parsedObject(text) }));
}

/** One line of a statement's condition. */
export interface Condition {
  readonly operator: string;
  /** In small letters: condition keys are the same in any. */
  readonly key: string;
  readonly path: string;
  readonly texts: readonly string[];
}

export function conditionsOf(statement: Reading, hearing: Hearing): readonly Condition[] {
  return hearing.below([statement], 'Condition').flatMap((condition) =>
    isObject(condition.value)
      ? Object.entries(condition.value).flatMap(([operator, keys]) =>
          isObject(keys)
            ? Object.entries(keys).map(([key, values]): Condition => {
                const path = `${condition.path}.${operator}.${key}`;
                const list = Array.isArray(values) ? (values as unknown[]) : [values];
                const texts = list.flatMap((value) => hearing.texts({ path, value }));
                return { operator, key: key.toLowerCase(), path, texts };
              })
            : [],
        )
      : [],
  );
}
