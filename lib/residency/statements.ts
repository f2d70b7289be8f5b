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
