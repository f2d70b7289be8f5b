import { recordPlaces } from '../../plan/record-places';
import { isAll, present, type Condition, type Step } from './asl';
import { readRecord } from './calls';
import type { Failure } from './failure';
import type { Subject } from './subject';

/**
 * Loads into no target whose tables, keys and collations were not compared with what the mappings need: a sound record of
 * it, for the mappings of today, is demanded of every dataset before anything is started.
 */
export function targetSchema({ bucket, cell, phase }: Subject): Step {
  const place = recordPlaces.schema({ phase, dataset: '{}' });
  const fails: Failure = 'SchemaNotProven';
  return (next) => ({
    start: 'Read the schema records',
    states: {
      'Read the schema records': {
        Type: 'Map',
        ItemsPath: '$.replications',
        ItemSelector: { 'item.$': '$$.Map.Item.Value' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Read a schema record',
          States: {
            'Read a schema record': readRecord({
              bucket,
              key: { 'Key.$': `States.Format('${place}', $.item.dataset)` },
              to: '$.found',
              next: 'Does the schema match',
              missing: 'Schema not proven',
              fails: 'Schema not proven',
            }),
            'Does the schema match': {
              Type: 'Choice',
              Choices: [
                {
                  And: [
                    ...soundRecord('schema', cell, phase, 'matches'),
                    { Variable: '$.found.record.faults', IsPresent: true },
                    { Not: { Variable: '$.found.record.faults[0]', IsPresent: true } },
                  ],
                  Next: 'Schema proven',
                },
              ],
              Default: 'Schema not proven',
            },
            'Schema proven': {
              Type: 'Pass',
              Parameters: { 'dataset.$': '$.item.dataset', verdict: 'proven' },
              End: true,
            },
            'Schema not proven': {
              Type: 'Pass',
              Parameters: { 'dataset.$': '$.item.dataset', verdict: 'not proven' },
              End: true,
            },
          },
        },
        ResultSelector: { 'verdicts.$': 'States.ArrayUnique($[*].verdict)', 'schemas.$': '$' },
        ResultPath: '$.seen',
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.seen', Next: fails }],
        Next: 'Is every schema proven',
      },
      'Is every schema proven': {
        Type: 'Choice',
        Choices: [{ ...isAll('$.seen.verdicts', 'proven'), Next: next }],
        Default: fails,
      },
    },
  });
}

/** What is asked of a record at `$.found.record` about the dataset at `$.item`, whatever else it says. */
export function soundRecord(
  kind: 'schema' | 'proof',
  cell: string,
  phase: string,
  holds: 'matches' | 'equal',
): Condition[] {
  const at = (key: string) => `$.found.record.${key}`;
  return [
    present(at('record'), { StringEquals: kind }),
    present(at('cell'), { StringEquals: cell }),
    present(at('phase'), { StringEquals: phase }),
    present(at('dataset'), { StringEqualsPath: '$.item.dataset' }),
    present(at('mappings'), { StringEqualsPath: '$.item.mappings' }),
    present(at(holds), { BooleanEquals: true }),
    present(at('checkedAt'), { IsTimestamp: true }),
    present(at('validUntil'), { IsTimestamp: true }),
    { Variable: at('validUntil'), TimestampGreaterThanPath: '$$.State.EnteredTime' },
  ];
}
