import { readFileSync } from 'node:fs';
import { App, type Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { SecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Cluster } from '../../lib/constructs/aurora-stores';
import { cellPlan, type CellPlan, type Plan } from '../../lib/plan/model';
import type { Stage } from '../../lib/plan/schema';
import { AccountStack } from '../../lib/stacks/account-stack';
import { CellStack, type CellStackProps } from '../../lib/stacks/cell-stack';
import { KeysStack } from '../../lib/stacks/keys-stack';
import { NetworkStack } from '../../lib/stacks/network-stack';
import { ReplicationStack } from '../../lib/stacks/replication-stack';
import { movingCell } from '../support/objects';
import { planNamed, planOf } from '../support/plans';

/** As much of a data stack as replications need: a cluster for every dataset held. */
class Clusters extends CellStack {
  readonly clusters: ReadonlyMap<string, Cluster>;

  constructor(app: App, props: CellStackProps & { readonly network: NetworkStack }) {
    super(app, 'data', props);
    this.holdPlace();
    const { vpc } = props.network;
    const held = vpc === undefined ? [] : props.cell.holdings;
    this.clusters = new Map(
      held.map(({ id }) => [
        id,
        {
          securityGroup: new SecurityGroup(this, id, { vpc: vpc as IVpc }),
          host: `${id}.cluster.example.com`,
          port: 3306,
        },
      ]),
    );
  }
}

function replicationOf(cell: CellPlan): ReplicationStack {
  const app = new App();
  const account = new AccountStack(app, { account: cell.cell.account });
  const keys = new KeysStack(app, 'keys', { cell });
  const network = new NetworkStack(app, 'network', { cell, keys });
  const data = new Clusters(app, { cell, network });
  return new ReplicationStack(app, 'replication', { cell, keys, network, data, account });
}

function smallestAt(stage: Stage): Plan {
  return planOf({
    ...planNamed('smallest').file,
    approvers: ['one@example.com'],
    phases: { orders: { datasets: ['orders'], markets: ['DE'], stage } },
  });
}

function typesIn(stack: Stack): string[] {
  const resources = Template.fromStack(stack).toJSON()['Resources'] as Record<string, { Type: string }>;
  return [...new Set(Object.values(resources).map(({ Type }) => Type))].sort();
}

test.each<[Stage, string]>([
  ['planned', 'AWS::CloudFormation::WaitConditionHandle'],
  ['complete', 'AWS::Logs::LogGroup'],
  ['retired', 'AWS::Logs::LogGroup'],
])('holds at %s only %s', (stage, type) => {
  expect(typesIn(replicationOf(cellPlan(smallestAt(stage), 'eu')))).toEqual([type]);
});

test('logs to groups made beforehand under the key for logs, by the names that DMS looks for', () => {
  const template = Template.fromStack(replicationOf(cellPlan(smallestAt('cutover'), 'eu')));
  template.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: 'dms-serverless-replication-eu-orders-orders',
    KmsKeyId: { 'Fn::ImportValue': Match.stringLikeRegexp('logs') },
  });
  const [group] = Object.keys(
    template.findResources('AWS::Logs::LogGroup', {
      Properties: { LogGroupName: 'dms-serverless-replication-eu-orders-orders' },
    }),
  );
  template.hasResource('AWS::DMS::ReplicationConfig', { DependsOn: Match.arrayWith([group]) });
});

test.each<Stage>(['replicating', 'cutover'])('holds all that a replication needs at %s', (stage) => {
  expect(typesIn(replicationOf(cellPlan(smallestAt(stage), 'eu')))).toEqual([
    'AWS::DMS::Certificate',
    'AWS::DMS::Endpoint',
    'AWS::DMS::ReplicationConfig',
    'AWS::DMS::ReplicationSubnetGroup',
    'AWS::EC2::Route',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::EC2::TransitGatewayAttachment',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::Role',
    'AWS::Logs::LogGroup',
    'AWS::StepFunctions::StateMachine',
  ]);
});

test.each<[Stage, string[]]>([
  ['planned', ['AWS::CloudFormation::WaitConditionHandle']],
  [
    'replicating',
    [
      'AWS::DataSync::LocationObjectStorage',
      'AWS::DataSync::LocationS3',
      'AWS::DataSync::Task',
      'AWS::IAM::ManagedPolicy',
      'AWS::IAM::Role',
      'AWS::Logs::LogGroup',
      'AWS::Logs::ResourcePolicy',
      'AWS::StepFunctions::StateMachine',
    ],
  ],
  ['complete', ['AWS::Logs::LogGroup', 'AWS::Logs::ResourcePolicy']],
])('of a cell that only objects move to holds at %s just %j', (stage, types) => {
  expect(typesIn(replicationOf(movingCell({ stage })))).toEqual(types);
});

test('makes no task before the log group that it writes to', () => {
  const template = Template.fromStack(replicationOf(movingCell()));
  const logs = Object.keys({
    ...template.findResources('AWS::Logs::LogGroup', {
      Properties: { LogGroupName: '/aws/datasync/sg' },
    }),
    ...template.findResources('AWS::Logs::ResourcePolicy'),
  });
  expect(logs).toHaveLength(2);
  template.hasResource('AWS::DataSync::Task', { DependsOn: Match.arrayWith(logs.sort()) });
  template.hasResourceProperties('AWS::DataSync::Task', {
    CloudWatchLogGroupArn: 'arn:aws:logs:ap-southeast-1:222222222222:log-group:/aws/datasync/sg:*',
  });
});

test('changes nothing of a replication from replicating to cutover: a running one cannot be changed', () => {
  const [before, after] = (['replicating', 'cutover'] as const).map((stage) => {
    const template = Template.fromStack(replicationOf(cellPlan(smallestAt(stage), 'eu'))).toJSON();
    const resources = Object.entries(template['Resources'] as Record<string, unknown>);
    return resources.filter(([id]) => !id.startsWith('runbook'));
  });
  expect(before).not.toEqual([]);
  expect(after).toEqual(before);
});

test.each([
  ['in', 'whatever region the account’s stack is in'],
  ['us', 'and after the stores that it refers to by name'],
])('%s comes after its account, %s', (id) => {
  const stack = replicationOf(cellPlan(planNamed('reference'), id));
  const names = stack.dependencies.map(({ node }) => node.path);
  expect(names).toEqual(expect.arrayContaining([`account-${stack.account}`, 'data']));
  const artifact = (stack.node.root as App).synth().getStackArtifact(stack.artifactId);
  expect(artifact.dependencies.map((dependency) => dependency.id)).toEqual(
    expect.arrayContaining([`account-${stack.account}`]),
  );
});

test('writes its template without indentation', () => {
  const stack = replicationOf(cellPlan(planNamed('reference'), 'us'));
  const artifact = (stack.node.root as App).synth().getStackArtifact(stack.artifactId);
  const text = readFileSync(artifact.templateFullPath, 'utf8');
  expect(text).toBe(JSON.stringify(JSON.parse(text)));
});

test.each<[Stage, boolean]>([
  ['replicating', false],
  ['cutover', true],
])('at %s the runbook of a phase does the night: %s', (stage, night) => {
  const template = Template.fromStack(replicationOf(cellPlan(smallestAt(stage), 'eu')));
  const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine')) as {
    Properties: { StateMachineName: string; DefinitionString: string };
  }[];
  expect(machine?.Properties.StateMachineName).toBe('eu-orders');
  expect(machine?.Properties.DefinitionString.includes('stopReplication')).toBe(night);
});

test('keeps the log of a runbook after it', () => {
  const groups = Template.fromStack(replicationOf(cellPlan(smallestAt('complete'), 'eu'))).findResources(
    'AWS::Logs::LogGroup',
  );
  expect(Object.values(groups).map(({ Properties }: { Properties?: unknown }) => Properties)).toContainEqual(
    expect.objectContaining({ LogGroupName: '/aws/vendedlogs/states/eu-orders' }),
  );
});
