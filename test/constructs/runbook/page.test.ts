import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseMoves } from '../../../lib/constructs/database-moves';
import { approvalText } from '../../../lib/constructs/runbook/approval';
import { statesOf } from '../../../lib/constructs/runbook/asl';
import { definition } from '../../../lib/constructs/runbook/definition';
import { FAILURES } from '../../../lib/constructs/runbook/failure';
import { subjectOf, type Subject } from '../../../lib/constructs/runbook/subject';
import { referenceCell } from '../../support/plans';

const page = readFileSync(join(__dirname, '../../../docs/runbook.md'), 'utf8');

/** Rows of every table in a section of the page whose first column is headed so: the texts of their cells. */
function rows(section: string, heading: string): string[][] {
  const [, text = ''] = page.split(`\n## ${section}\n`);
  const [until = ''] = text.split('\n## ');
  const [, table = ''] = until.split(new RegExp(`\n\\| ${heading} +\\|.*\n\\| -.*\n`));
  const [lines = ''] = table.split('\n\n');
  return lines
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1));
}

/** What stands between backticks. */
function names(text = ''): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

/** The example of the page: what the reference plan says of it, whatever its stage is there. */
function example(stage: Subject['stage']): Subject {
  const cell = referenceCell('us');
  const moving = cell.holdings.filter(({ moves }) => moves.some(({ phase }) => phase === 'services'));
  const subject = subjectOf({
    cell,
    phase: 'services',
    moves: databaseMoves(cell).filter(({ move }) => move.phase === 'services'),
    objects: moving
      .filter(({ dataset }) => dataset.store === 's3')
      .map(({ id }) => ({ dataset: id, taskArn: `arn:aws:datasync:us-east-1:111111111111:task/${id}` })),
  });
  return { ...subject, stage };
}

const ready = definition(example('replicating'));
const night = definition(example('cutover'));

/** States of the night, in the order in which it goes through them. */
const states = Object.keys(night.States);

test('the page has every error that a runbook ends in, and no other', () => {
  const listed = rows('When it fails', 'error').flatMap(([error]) => names(error));
  expect(listed).toEqual(Object.keys(FAILURES));
});

test('of every error the page says what happened, what holds and what to do', () => {
  for (const cells of rows('When it fails', 'error')) {
    expect(cells).toHaveLength(4);
    for (const cell of cells) expect(cell).not.toBe('');
  }
});

test('the ends that the page names are those of the definitions', () => {
  const ends = rows('How it ends', 'ends in');
  const named = (status: string) =>
    ends.filter((cells) => cells[1] === status).flatMap(([state]) => names(state));
  const ofType = (type: 'Succeed' | 'Fail') => [
    ...new Set(
      [ready, night].flatMap(({ States }) =>
        Object.entries(States).flatMap(([name, state]) => (state.Type === type ? [name] : [])),
      ),
    ),
  ];
  expect(named('SUCCEEDED').sort()).toEqual(ofType('Succeed').sort());
  expect(named('FAILED')).toEqual(ofType('Fail'));
});

test('the night is told state by state, in the order of the definition', () => {
  const told = rows('The night', 'hour').flatMap(([, state]) => names(state));
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter((name) => !states.includes(name))).toEqual([]);
  // The ends of a definition stand last in it.
  const last = told.pop();
  expect(last).toBe('Home');
  expect(told).toEqual([...told].sort((a, b) => states.indexOf(a) - states.indexOf(b)));
});

test('every wait is on the page, with how often it looks and what comes of it', () => {
  const told = rows('The night', 'waits in').map(([state, every, , then]) => [
    ...names(state),
    every,
    ...names(then),
  ]);
  const waits = statesOf(night).flatMap(([name, state]) =>
    state.Type === 'Wait' ? [[name, `${Math.ceil(state.Seconds / 60)} min`]] : [],
  );
  expect(told.map(([state, every]) => [state, every])).toEqual(waits);
  for (const [, , then] of told) expect(states).toContain(then);
});

test('states at which one may stop are states', () => {
  const at = rows('How to stop', 'the runbook is').flatMap(([where]) => names(where));
  expect(at.filter((name) => name !== 'complete.json' && !states.includes(name))).toEqual([]);
});

test('the page shows the commands that approvers are sent', () => {
  const { approve = '', refuse = '' } = approvalText(example('cutover'));
  for (const text of [approve, refuse]) {
    const [, command = 'none'] = /(aws stepfunctions .*--task-token )/.exec(text) ?? [];
    expect(page).toContain(`${command}TOKEN\n`);
  }
});
