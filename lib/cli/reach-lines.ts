import { printable } from '../check/text';
import { describePlace, type Reach } from '../residency';
import { tableLines } from '../review/table';

/** From each resource that passes data on to each place that it can reach, and over what. */
export function reachLines(reach: readonly Reach[]): string[] {
  const rows = reach.flatMap(({ stack, logicalId, type, places }) =>
    places.map(({ place, via }, index) =>
      [...(index === 0 ? [stack, logicalId, type] : ['', '', '']), describePlace(place), via.join(' → ')].map(
        printable,
      ),
    ),
  );
  if (rows.length === 0) return ['no data is passed on', ''];
  return [...tableLines(['stack', 'resource', 'type', 'reaches', 'over'], rows), ''];
}
