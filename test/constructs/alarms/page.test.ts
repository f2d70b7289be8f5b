import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALARM_KINDS, EVENT_KINDS, sentences } from '../../../lib/constructs/alarms/kinds';
import { LOG_COUNTS } from '../../../lib/constructs/alarms/replication-log-counts';
import { METRICS } from '../../../lib/constructs/metrics';
import { alarmedCell, alarmsOf, alarmsTemplate, overVpn, rulesOf } from '../../support/alarms';

const page = readFileSync(join(__dirname, '../../../docs/alarms.md'), 'utf8');

/** Rows of the tables of a section of the page: the texts of their cells. */
function rows(section: string): string[][] {
  const [, text = ''] = page.split(`\n## ${section}\n`);
  const [until = ''] = text.split('\n## ');
  return until
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

const templates = ['us', 'sg'].map((id) => alarmsTemplate(alarmedCell(id, 'cutover', overVpn)));

test('the page has every kind of alarm that templates have, and says of it what its message says', () => {
  const told = new Map(rows('Alarms').map(([kind = '', means, act]) => [kind, `${means}. ${act}.`]));
  const described = templates.flatMap((template) => [...alarmsOf(template).values()]);
  for (const { AlarmName, AlarmDescription } of described) {
    const [kind = 'none'] = [...told.keys()].filter((id) => AlarmName.endsWith(`-${id}`));
    expect([AlarmName, told.get(kind)]).toEqual([AlarmName, AlarmDescription]);
  }
  expect([...told.keys()]).toEqual(Object.keys(ALARM_KINDS));
  const found = Object.keys(ALARM_KINDS).filter((kind) =>
    described.some(({ AlarmName }) => AlarmName.endsWith(`-${kind}`)),
  );
  expect(found).toEqual(Object.keys(ALARM_KINDS));
});

test('the page has every kind of event, and says of it what its message says', () => {
  const told = new Map(rows('Events').map(([kind = '', means, act]) => [kind, `${means}. ${act}.`]));
  expect([...told]).toEqual(Object.entries(EVENT_KINDS).map(([kind, said]) => [kind, sentences(said)]));
  const names = new Set(templates.flatMap((template) => [...rulesOf(template).keys()]));
  // The key of operations has two rules of its own.
  expect([...names].map((name) => name.replace(/^(us|sg)-(operations-)?/, '')).sort()).toEqual(
    [...told.keys(), ...told.keys(), 'key-events', 'key-events', 'key-deleted', 'key-deleted'].sort(),
  );
});

test('the page has every metric with its dimensions and source', () => {
  const listed = rows('Metrics').map((cells) => cells.join(' '));
  const ours = Object.values(METRICS).map(({ namespace, name, dimensions, source }) =>
    [namespace, name, dimensions.join(', '), source].join(' '),
  );
  const counts = Object.values(LOG_COUNTS).map(
    ({ name }) => `Domicile/<replication> ${name}  lines of the replication's log that say so, counted`,
  );
  expect(listed).toEqual([...new Set(ours), ...counts]);
});

test('messages fit: a description of an alarm, and of a rule', () => {
  // CloudWatch API, PutMetricAlarm: 1024; EventBridge API, PutRule: 512.
  for (const kind of Object.values(ALARM_KINDS)) expect(sentences(kind).length).toBeLessThanOrEqual(1024);
  for (const kind of Object.values(EVENT_KINDS)) expect(sentences(kind).length).toBeLessThanOrEqual(512);
});
