import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import pc from 'picocolors';
import { check, type Report } from '../../lib/check/check';
import { discover } from '../../lib/check/discover';
import { asJson } from '../../lib/check/json';
import { lawsOf } from '../../lib/check/laws';
import { CHECK_RULES } from '../../lib/check/rules';
import { HOME } from '../../lib/check/ruling';
import { asSarif } from '../../lib/check/sarif';
import { asText } from '../../lib/check/text';
import { RULES } from '../../lib/residency';
import { folderOf, removeFolders } from './files';
import { policyOf } from './support';

afterEach(removeFolders);

const TEMPLATE = `Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      Tags: [{ Key: "\\e]0;owned\\a\\n", Value: "[a](b)" }]
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: "arn:aws:kms:us-east-1:111111111111:key/\\e[31m[1](2)"
  Macro:
    Type: AWS::CloudFormation::Macro
`;
const POLICY = `
allowed:
  - in: [IE]
exceptions:
  - rule: not-judgeable
    reason: the macro only adds tags to stacks
    expires: 2026-06-15
  - { stack: gone, reason: nothing is left of this any more, expires: 2026-06-15 }
`;
const PATH =
  'BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID';

function reportOf(text: string, policy?: string): { folder: string; report: Report } {
  const folder = folderOf({ 'shop.yaml': text });
  const { apps } = discover([join(folder, 'shop.yaml')], { region: 'eu-west-1', account: '111111111111' });
  const read = policy === undefined ? undefined : policyOf(policy);
  const rules = read === undefined ? HOME : lawsOf(read);
  return { folder, report: check(apps, { rules, policy: read, today: '2026-06-15' }) };
}

describe('JSON', () => {
  interface Printed {
    findings: Record<string, unknown>[];
    accepted: Record<string, unknown>[];
  }
  const KEYS = [
    'rule',
    'level',
    'template',
    'stack',
    'region',
    'logicalId',
    'type',
    'path',
    'value',
    'place',
    'message',
    'fix',
  ];

  test('has these keys, and every finding has all of its own', () => {
    const printed = JSON.parse(asJson(reportOf(TEMPLATE).report)) as Printed;
    expect(Object.keys(printed)).toEqual(['summary', 'findings', 'flows', 'reach']);
    expect(printed).toMatchObject({
      summary: { templates: 1, resources: 2, pointers: 1, findings: printed.findings.length },
    });
    for (const finding of printed.findings) expect(Object.keys(finding)).toEqual(KEYS);
    expect(printed.findings.find(({ path }) => path === PATH)).toMatchObject({
      rule: 'key-region',
      level: 'error',
      template: 'shop.yaml',
      stack: 'shop',
      region: 'eu-west-1',
      logicalId: 'Files',
      type: 'AWS::S3::Bucket',
      place: { kind: 'region', region: 'us-east-1' },
    });
    expect(printed.findings.find(({ rule }) => rule === 'not-judgeable')).toMatchObject({ place: null });
  });

  test('with a policy, what exceptions accept is listed and does not count', () => {
    const printed = JSON.parse(asJson(reportOf(TEMPLATE, POLICY).report)) as Printed;
    expect(printed.accepted).toMatchObject([
      { rule: 'not-judgeable', reason: 'the macro only adds tags to stacks', expires: '2026-06-15' },
    ]);
    expect(printed.findings.map(({ rule }) => rule)).not.toContain('not-judgeable');
    expect(printed.findings.find(({ path }) => path === PATH)?.['message']).toMatch(
      /; forbidden by policy\.yaml:3: data in IE$/,
    );
  });
});

describe('text', () => {
  test('has a line for each finding with its place, and a summary', () => {
    const { folder, report } = reportOf(TEMPLATE, POLICY);
    const lines = asText(report, pc.createColors(false)).split('\n');
    expect(lines).toHaveLength(report.findings.length + 1);
    expect(lines.find((line) => line.includes('key-region'))).toMatch(
      `${join(folder, 'shop.yaml')}:10:15: error: key-region: Files.${PATH}: the key leads to us-east-1; allowed is eu-west-1; forbidden by`,
    );
    expect(lines.find((line) => line.startsWith('policy.yaml'))).toMatch(
      'policy.yaml:8:5: warning: unused-exception: exceptions.1: the exception accepts no finding',
    );
    expect(lines.at(-1)).toMatch(
      /^\d+ errors?, 1 warning, 1 accepted by exceptions in 1 template, 2 resources, 1 pointer$/,
    );
  });

  test('gives a terminal nothing of a template to obey', () => {
    const text = asText(reportOf(TEMPLATE).report, pc.createColors(false));
    expect(text).toContain('\\u001b[31m');
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test('says so when there is nothing', () => {
    const { report } = reportOf('Resources: { It: { Type: AWS::CloudFormation::WaitConditionHandle } }');
    expect(asText(report, pc.createColors(false))).toBe('no findings in 1 template, 1 resource, 0 pointers');
    expect(asText(report, pc.createColors(true))).toContain('\u001b[32m');
  });
});

describe('SARIF', () => {
  interface Log {
    runs: {
      tool: { driver: { rules: { id: string; help: { text: string } }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        message: { text: string };
        locations: { physicalLocation: object; logicalLocations?: object[] }[];
        suppressions?: object[];
        partialFingerprints: object;
      }[];
    }[];
  }
  const fault = { file: 'b.yaml', line: 2, column: 3, path: [], problem: 'is not JSON' };
  const logOf = (report: Report, folder: string, faults = [fault]) =>
    JSON.parse(asSarif(report, { version: '1.2.3', folder, faults })) as Log;

  // Draft 4, which ajv no longer knows: all that is new in draft 7 and used here is the name of the id.
  const { id, ...schema } = JSON.parse(
    readFileSync(join(__dirname, '../fixtures/sarif-2.1.0-rtm.5.json'), 'utf8'),
  ) as Record<string, unknown>;
  const validate = new Ajv({
    strict: false,
    // One pattern of the schema has a bracket too many.
    unicodeRegExp: false,
    formats: {
      uri: (text: string) => URL.canParse(text),
      'uri-reference': /^[^\s\\<>"{}|^`]*$/,
      'date-time': true,
    },
  }).compile({ ...schema, $id: String(id), $schema: undefined });

  test.each([
    ['findings, accepted ones, and what could not be judged', TEMPLATE, POLICY],
    ['nothing', 'Resources: {}', undefined],
  ])('is valid against its schema with %s', (_, text, policy) => {
    const { folder, report } = reportOf(text, policy);
    validate(logOf(report, folder));
    expect(validate.errors).toBeNull();
  });

  test('is found invalid where it is', () => {
    const { folder, report } = reportOf(TEMPLATE);
    const log = logOf(report, folder);
    Object.assign(log.runs[0]?.results[0] ?? {}, { level: 'fatal' });
    expect(validate(log)).toBe(false);
  });

  test('a result says where it is, in file and template, and which rule it is of', () => {
    const { folder, report } = reportOf(TEMPLATE, POLICY);
    const [run] = logOf(report, folder).runs;
    const result = run?.results.find(({ ruleId }) => ruleId === 'key-region');
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'shop.yaml' },
          region: { startLine: 10, startColumn: 15 },
        },
        logicalLocations: [{ name: 'Files', fullyQualifiedName: `shop.Files.${PATH}`, kind: 'resource' }],
      },
    ]);
    expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe('key-region');
    // No link for a reader to follow that a template wrote.
    expect(result?.message.text).toContain('\\[1\\](2)');
    expect(run?.results.find(({ ruleId }) => ruleId === 'not-judgeable')?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'the macro only adds tags to stacks (until 2026-06-15)',
      },
    ]);
  });

  test('a finding keeps its fingerprint when lines move, and no two share one', () => {
    const prints = (text: string) => {
      const { folder, report } = reportOf(text);
      return logOf(report, folder).runs[0]?.results.map(({ partialFingerprints }) =>
        JSON.stringify(partialFingerprints),
      );
    };
    const first = prints(TEMPLATE) ?? [];
    expect(prints(`# a comment\n${TEMPLATE}`)).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  });

  test('a file outside the folder has its whole address, and one with odd letters a lawful one', () => {
    const { report } = reportOf(TEMPLATE);
    const uri = (file: string) => {
      const findings = report.findings.slice(0, 1).map((reported) => ({ ...reported, file }));
      const [result] = logOf({ ...report, findings }, '/work').runs[0]?.results ?? [];
      return result?.locations[0]?.physicalLocation;
    };
    expect(uri('/other/a b.json')).toMatchObject({ artifactLocation: { uri: 'file:///other/a%20b.json' } });
    expect(uri('sub/a b#.json')).toMatchObject({ artifactLocation: { uri: 'sub/a%20b%23.json' } });
  });

  test('every rule is in it with its data, and the page that it names is there', () => {
    const { folder, report } = reportOf(TEMPLATE);
    const rules = logOf(report, folder).runs[0]?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(CHECK_RULES.map(({ id }) => id));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(RULES.length + 3);
    for (const { id, help } of rules) {
      const [page = ''] = /docs\/\S+\.md/.exec(help.text) ?? [];
      expect(readFileSync(join(__dirname, '../..', page), 'utf8')).toMatch(new RegExp(`^#+ ${id}$`, 'm'));
    }
  });
});
