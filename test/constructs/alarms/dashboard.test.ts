import { ALARM_KINDS, EVENT_KINDS } from '../../../lib/constructs/alarms/kinds';
import { alarmedCell, alarmsOf, alarmsTemplate, overVpn, widgetsOf } from '../../support/alarms';
import { propertiesOf } from '../../support/replications';

const template = alarmsTemplate(alarmedCell('us', 'replicating', overVpn));
const widgets = widgetsOf(template);
const headings = (all: typeof widgets) => all.flatMap(({ properties }) => properties.markdown ?? []);

test('the cell has one dashboard, under its name', () => {
  expect(propertiesOf(template, 'AWS::CloudWatch::Dashboard')).toMatchObject({ DashboardName: 'us' });
});

test('it holds metrics and states of alarms alone: no log, and nothing that code of others draws', () => {
  expect(new Set(widgets.map(({ type }) => type))).toEqual(new Set(['alarm', 'metric', 'text']));
});

test('every graph says its region, and it is the cell’s', () => {
  for (const { type, properties } of widgets) {
    if (type !== 'text' && type !== 'alarm') expect(properties.region).toBe('us-east-1');
    for (const arn of properties.alarms ?? []) {
      expect(arn).toMatch(/^arn:aws:cloudwatch:us-east-1:111111111111:alarm:us-/);
    }
  }
});

test('it shows every alarm of the cell', () => {
  const shown = widgets.flatMap(({ properties }) => properties.alarms ?? []);
  expect(shown.map((arn) => arn.split(':').at(-1)).sort()).toEqual([...alarmsOf(template).keys()].sort());
});

test('it names the alarms of a VPN, which stand beside it in another stack', () => {
  expect([...alarmsOf(template).keys()]).toEqual(expect.arrayContaining(['us-vpn-down', 'us-vpn-tunnel']));
});

test('it has a row for each concern, replications by dataset', () => {
  expect(headings(widgets)).toEqual([
    '## us: alarms',
    '## account: replication, phase services',
    '## messaging: replication, phase services',
    '## Objects on their way',
    '## Link',
    '## Stores',
    '## Backups and runbooks',
  ]);
});

test('rows of what is not there are left out', () => {
  expect(headings(widgetsOf(alarmsTemplate(alarmedCell('sg', 'complete'))))).toEqual([
    '## sg: alarms',
    '## Stores',
    '## Backups and runbooks',
  ]);
});

test('no two widgets lie over one another, and none beside the page', () => {
  for (const [index, a] of widgets.entries()) {
    expect(a.x + a.width).toBeLessThanOrEqual(24);
    for (const b of widgets.slice(index + 1)) {
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect([a.properties.title, b.properties.title, apart]).toEqual([
        a.properties.title,
        b.properties.title,
        true,
      ]);
    }
  }
});

test('no kind of alarm ends as another does, so that no two alarms of a cell have one name', () => {
  for (const kinds of [Object.keys(ALARM_KINDS), Object.keys(EVENT_KINDS)]) {
    for (const kind of kinds) expect(kinds.filter((other) => other.endsWith(`-${kind}`))).toEqual([]);
  }
});
