import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnEndpoint } from 'aws-cdk-lib/aws-dms';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3';
import {
  App,
  CloudFormationValidatePlugin,
  NestedStack,
  Stack,
  Stage,
  Validations,
  type IPolicyValidationPlugin,
} from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Acknowledgements } from '../../lib/residency/acknowledgements';
import { Residency } from '../../lib/residency/pack';
import type { Policy } from '../../lib/residency/types';
import { ACCOUNT, AWAY, HOME } from './support';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

// CDK's own validation costs more than all the rest here; the test that needs it brings it along.
const validation = process.env['CDK_VALIDATION'];
beforeAll(() => (process.env['CDK_VALIDATION'] = 'false'));
afterAll(() => {
  if (validation === undefined) delete process.env['CDK_VALIDATION'];
  else process.env['CDK_VALIDATION'] = validation;
});

const reason = 'accepted for this test, which needs a reason';

interface Fixture {
  readonly app: App;
  readonly stack: Stack;
  readonly pack: Residency;
  readonly acknowledgements: Acknowledgements;
  synth(): void;
}

function fixture(policy?: Policy, extra: IPolicyValidationPlugin[] = []): Fixture {
  const outdir = mkdtempSync(join(tmpdir(), 'residency-'));
  folders.push(outdir);
  const app = new App({ outdir, postCliContext: { '@aws-cdk/core:failSynthOnValidationErrors': true } });
  const stack = new Stack(app, 'stack', { env: { region: HOME, account: ACCOUNT } });
  const pack = new Residency(policy);
  const acknowledgements = new Acknowledgements();
  Validations.of(app).addPlugins(...acknowledgements.watch(...extra, pack));
  return { app, stack, pack, acknowledgements, synth: () => void app.synth() };
}

function endpoint(stack: Stack, sslMode = 'verify-full'): CfnEndpoint {
  return new CfnEndpoint(stack, 'Endpoint', {
    endpointType: 'source',
    engineName: 'mysql',
    serverName: '10.8.1.10',
    sslMode,
    certificateArn: 'arn',
    kmsKeyId: 'alias/cell',
  });
}

function bucket(stack: Stack, bucketName?: string): Bucket {
  return new Bucket(stack, 'Bucket', {
    bucketName,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.KMS,
    encryptionKey: new Key(stack, 'Key', { enableKeyRotation: true }),
  });
}

describe('the pack in an app', () => {
  test('lets a clean app pass, and keeps its judgement', () => {
    const { stack, pack, synth } = fixture();
    endpoint(stack);
    bucket(stack);
    expect(synth).not.toThrow();
    expect(pack.judgement).toMatchObject({ counts: { templates: 1, resources: 3, findings: 0 } });
    expect(pack.judgement?.flows).not.toEqual([]);
  });

  test('finds a raw override, which no check of properties sees', () => {
    const { stack, synth } = fixture();
    endpoint(stack).addPropertyOverride('SslMode', 'none');
    expect(synth).toThrow(/SslMode: the server is not verified.*found: none/);
  });

  test('stops synthesis at a leak into another stack’s bucket', () => {
    const { app, stack, synth } = fixture();
    bucket(new Stack(app, 'away', { env: { region: AWAY, account: ACCOUNT } }), 'copies');
    const home = bucket(stack).node.defaultChild;
    if (!(home instanceof CfnBucket)) throw new Error('no bucket');
    home.addPropertyOverride('ReplicationConfiguration.Rules', [
      { Destination: { Bucket: 'arn:aws:s3:::copies' } },
    ]);
    expect(synth).toThrow(`the replication leads to ${AWAY}; allowed is ${HOME}`);
  });

  test('takes a policy', () => {
    const { app, stack, synth } = fixture({ regions: { stack: [AWAY] } });
    bucket(new Stack(app, 'away', { env: { region: AWAY, account: ACCOUNT } }), 'copies');
    const home = bucket(stack).node.defaultChild;
    if (!(home instanceof CfnBucket)) throw new Error('no bucket');
    home.addPropertyOverride('ReplicationConfiguration.Rules', [
      { Destination: { Bucket: 'arn:aws:s3:::copies' } },
    ]);
    expect(synth).not.toThrow();
  });

  test('reads nested stacks and stacks in stages', () => {
    const { app, stack, pack, synth } = fixture();
    endpoint(new NestedStack(stack, 'Nested'), 'none');
    endpoint(
      new Stack(new Stage(app, 'stage'), 'inner', { env: { region: HOME, account: ACCOUNT } }),
      'require',
    );
    expect(synth).toThrow(/stack\/Nested\/Endpoint/);
    expect(pack.judgement?.findings.map((finding) => finding.value).sort()).toEqual(['none', 'require']);
  });

  test('stops synthesis at a macro, which can be accepted at the stack alone', () => {
    const { stack, synth } = fixture();
    stack.addTransform('Macro');
    expect(synth).toThrow(/a macro or loop rewrites this part of the template/);
    Validations.of(stack).acknowledge({ id: 'Residency::not-judgeable', reason });
    expect(synth).not.toThrow();
  });

  test('lets an acknowledged finding pass', () => {
    const { stack, synth } = fixture();
    Validations.of(endpoint(stack, 'none')).acknowledge({ id: 'Residency::dms-tls', reason });
    expect(synth).not.toThrow();
  });
});

describe('acknowledgements', () => {
  test('are listed with what they accept', () => {
    const { stack, acknowledgements, synth } = fixture();
    endpoint(stack, 'none');
    Validations.of(stack).acknowledge({ id: 'Residency::dms-tls', reason });
    synth();
    expect(acknowledgements.list).toEqual([
      { path: 'stack', id: 'Residency::dms-tls', reason, accepts: ['stack/Endpoint'] },
    ]);
  });

  test('of a stock pack are heard too', () => {
    const { stack, acknowledgements, synth } = fixture({}, [new AwsSolutionsChecks()]);
    const it = bucket(stack);
    Validations.of(it).acknowledge(
      { id: 'AwsSolutions::AwsSolutions-S1', reason },
      { id: 'AwsSolutions::AwsSolutions-S10', reason },
    );
    expect(synth).not.toThrow();
    expect(acknowledgements.list.map(({ accepts }) => accepts)).toEqual([
      ['stack/Bucket/Resource'],
      ['stack/Bucket/Resource'],
    ]);
  });

  test('of CDK’s own template validation are heard too, if it is watched', () => {
    const { stack, acknowledgements, synth } = fixture({}, [new CloudFormationValidatePlugin()]);
    const made = endpoint(stack);
    made.addPropertyOverride('Port', 'no number');
    Validations.of(made).acknowledge({ id: 'CloudFormation-Validate::F3012', reason });
    expect(synth).not.toThrow();
    expect(acknowledgements.list.map(({ accepts }) => accepts)).toEqual([['stack/Endpoint']]);
  }, 60_000);

  test.each([
    [
      'one that accepts nothing',
      'verify-full',
      { id: 'Residency::dms-tls', reason },
      'the acknowledgement of Residency::dms-tls accepts no finding',
    ],
    [
      'an empty reason',
      'none',
      { id: 'Residency::dms-tls', reason: '' },
      'has the reason ""; a reason has at least 20 characters',
    ],
    [
      'a short reason',
      'none',
      { id: 'Residency::dms-tls', reason: 'ok for now' },
      'has the reason "ok for now"',
    ],
    [
      'an id without its pack',
      'none',
      { id: 'dms-tls', reason },
      'the acknowledgement of dms-tls names no pack',
    ],
  ])('are refused: %s', (_, sslMode, acknowledgement, message) => {
    const { stack, synth } = fixture();
    Validations.of(endpoint(stack, sslMode)).acknowledge(acknowledgement);
    expect(synth).toThrow(message);
  });

  test('cannot accept their own refusal', () => {
    const { stack, synth } = fixture();
    Validations.of(endpoint(stack)).acknowledge(
      { id: 'Residency::dms-tls', reason },
      { id: 'Acknowledgements::stale', reason },
    );
    expect(synth).toThrow('the acknowledgement of Residency::dms-tls accepts no finding');
  });

  test('around an acknowledged resource are stale: the nearest one accepts', () => {
    const { stack, synth } = fixture();
    Validations.of(endpoint(stack, 'none')).acknowledge({ id: 'Residency::dms-tls', reason });
    Validations.of(stack).acknowledge({ id: 'Residency::dms-tls', reason });
    expect(synth).toThrow('accepts no finding');
  });
});
