import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shown } from '../../../lib/plan/fault';
import { check, testRefusals, told, type Edit } from '../base-plan';

const BUCKET = 'bucket: drive';
const notABucket = (name: string) =>
  `source.objects.drive.bucket: not a bucket that DataSync takes (found ${shown(name)}; allowed: 3 to 63 letters, digits, underscores, hyphens, plus signs, dots, parentheses and dollar signs)`;
testRefusals([
  ...['ab', 'b'.repeat(64), 'my bucket', 'a/b', 'straße'].map((name) => ({
    name: `the bucket ${name}`,
    edits: [[BUCKET, `bucket: ${JSON.stringify(name)}`] as const],
    faults: [[JSON.stringify(name), notABucket(name)] as const],
  })),
  {
    name: 'a host of an object store with an empty label',
    edits: [['objects:\n    drive: { host: 10.8.4.10', 'objects:\n    drive: { host: drive..example.com']],
    faults: [
      [
        'drive..example.com',
        'source.objects.drive.host: not a host that DataSync takes (found "drive..example.com"; allowed: labels of letters, digits and hyphens, divided by dots)',
      ],
    ],
  },
  {
    name: 'a secret that a database has too',
    edits: [['secret: source/drive', 'secret: source/feed']],
    faults: [
      [
        'source/feed }',
        'source.objects.drive.secret: database feed has the same secret (found source/feed; fix: give each a secret of its own: one holds a login, the other nothing but a secret key)',
      ],
    ],
  },
  {
    name: 'a secret of two access keys',
    edits: [
      [
        '  objects:\n',
        '  objects:\n    www: { host: 10.8.4.11, bucket: www, accessKey: reader, secret: source/drive }\n',
      ],
    ],
    faults: [
      [
        'source/drive }\nlaws',
        'source.objects.drive.secret: object store www has the same secret, and another access key (found source/drive; fix: give each access key a secret of its own)',
      ],
    ],
  },
  {
    name: 'a secret whose name ends like an ARN',
    edits: [['secret: source/drive', 'secret: source/drive-photos']],
    faults: [
      [
        'source/drive-photos',
        'source.objects.drive.secret: ends like the ARN of a secret: Secrets Manager could take it for another’s (found source/drive-photos; allowed: no hyphen before the last six characters)',
      ],
    ],
  },
  {
    name: 'a fifth agent',
    edits: [
      [
        'agents: [agent-0a1b2c3d4e5f60001]',
        `agents: [${[1, 2, 3, 4, 5].map((n) => `agent-0a1b2c3d4e5f6010${n}`).join(', ')}]`,
      ],
    ],
    faults: [
      [
        'agents: [agent-0a1b2c3d4e5f60101',
        'cells.us.agents: more agents than a DataSync location takes (found 5; allowed: at most 4)',
      ],
    ],
  },
  {
    name: 'an agent of two cells',
    edits: [['agents: [agent-0a1b2c3d4e5f60001]', 'agents: [ agent-0a1b2c3d4e5f60002 ]']],
    faults: [
      [
        'agent-0a1b2c3d4e5f60002 ]',
        'cells.us.agents.0: an agent of cell sg (found agent-0a1b2c3d4e5f60002; fix: an agent is activated in one account and region: activate another for this cell)',
      ],
    ],
  },
  {
    name: 'an agent listed twice',
    edits: [
      ['agents: [agent-0a1b2c3d4e5f60001]', 'agents: [agent-0a1b2c3d4e5f60001, agent-0a1b2c3d4e5f60001 ]'],
    ],
    faults: [
      [
        'agent-0a1b2c3d4e5f60001 ]',
        'cells.us.agents.1: listed twice (found agent-0a1b2c3d4e5f60001; fix: remove one of the two)',
      ],
    ],
  },
]);

describe('two phases that bring one dataset of objects to one cell', () => {
  const phases = (path: string): Edit[] => [
    ['secret: source/drive }', `secret: source/drive, path: '${path}' }`],
    ['class: personal, from: drive', 'class: public, from: drive'],
    ['[users, topics, files]\n    markets: all', '[users, topics]\n    markets: all'],
    [
      'phases:\n',
      'phases:\n  one: { datasets: [files], markets: [IN] }\n  two: { datasets: [files], markets: [SG] }\n',
    ],
    ['{ sg: cutover, us: replicating }', 'planned'],
    ['markets: [IN, SG], stage: complete }', 'markets: [IN, SG], stage: planned }'],
  ];

  test('are refused where the path does not keep their markets apart', () => {
    expect(told(check(...phases('static/'))).map((fault) => fault.replace(/^\d+:\d+: /, ''))).toEqual([
      'error: phases.two: phase one brings the same objects of files to cell sg (found static/; fix: let the path of the object store hold {market}, or bring all its markets in one phase)',
    ]);
  });

  test('are sound where it does', () => {
    expect(told(check(...phases('static/{market}-files/')))).toEqual([]);
  });
});

test('a cell has no more tasks than DataSync allows, planned ones included', () => {
  const datasets = (count: number): Edit[] => {
    const ids = Array.from({ length: count }, (_, index) => `d${index}`);
    const lines = ids.map((id) => `  ${id}: { class: public, from: drive, store: s3, prefix: ${id}/ }\n`);
    return [
      ['datasets:\n  orders:', `datasets:\n${lines.join('')}  orders:`],
      ['  first: {', `  many: { datasets: [${ids.join(', ')}], markets: [IN] }\n  first: {`],
      ['markets: [IN, SG], stage: complete }', 'markets: [IN, SG], stage: planned }'],
      ['{ sg: cutover, us: replicating }', 'planned'],
    ];
  };
  expect(told(check(...datasets(99)))).toEqual([]);
  expect(told(check(...datasets(100))).map((fault) => fault.replace(/^\d+:\d+: /, ''))).toEqual([
    'error: cells.sg: more DataSync tasks, one for each phase of each dataset of objects, than an account may have in a region (found 101 tasks; allowed: 100 tasks; fix: move more markets in one phase, or join datasets)',
  ]);
});

test('folders of other phases that no role can be kept out of are refused', () => {
  const halves = (prefix: string): Edit[] => [
    ['prefix: files/', `prefix: ${prefix}`],
    ['[users, topics, files]', '[users, topics]'],
    [
      '  first: {',
      '  one: { datasets: [files], markets: [US] }\n  two: { datasets: [files], markets: rest }\n  first: {',
    ],
    ['markets: [IN, SG], stage: complete }', 'markets: [IN, SG], stage: planned }'],
    ['{ sg: cutover, us: replicating }', 'planned'],
  ];
  const long = `${'p'.repeat(199)}/`;
  expect(told(check(...halves('files/')))).toEqual([]);
  expect(told(check(...halves(long))).map((fault) => fault.replace(/^\d+:\d+: /, ''))).toEqual([
    expect.stringMatching(
      /^error: phases\.one: the folders of files that other phases bring to cell us are too many to keep its role out of \(found \d+ folders, 1\d policies; allowed: 9 policies; /,
    ),
  ]);
});

describe('the certificates of an object store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ca-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.pem');
  const certificate = readFileSync(join(__dirname, '../../../plans/certificates/beijing.pem'), 'utf8');
  const problemsOf = (text: string) => {
    writeFileSync(file, text);
    const result = check(['secret: source/drive }', `secret: source/drive, ca: ${file} }`]);
    return result.ok ? [] : result.faults.map(({ path, problem }) => [path.join('.'), problem]);
  };

  test('are sound as a chain', () => {
    expect(problemsOf(certificate + certificate)).toEqual([]);
  });

  test.each([
    ['text', 'hello', 'holds no certificate in PEM'],
    [
      'a private key beside them',
      `${certificate}-----BEGIN PRIVATE KEY-----\nMA==\n-----END PRIVATE KEY-----\n`,
      'holds a private key',
    ],
    [
      'more than DataSync takes',
      certificate.repeat(Math.ceil(32_768 / certificate.trim().length) + 1),
      'holds more certificates than DataSync takes, 32768 bytes',
    ],
  ])('are refused as %s', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([['source.objects.drive.ca', problem]]);
  });
});
