import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { SealedVpc } from '../../lib/constructs/sealed-vpc';
import { ServiceEndpoints } from '../../lib/constructs/service-endpoints';
import { referenceCell } from '../support/plans';

let template: Template;

beforeAll(() => {
  const cell = referenceCell('sg');
  const stack = new Stack(new App(), 'network', {
    env: { account: cell.cell.account, region: cell.cell.region },
  });
  const vpc = new SealedVpc(stack, 'vpc', { cell, logsKey: new Key(stack, 'key') });
  new ServiceEndpoints(stack, 'endpoints', { cell, vpc });
  template = Template.fromStack(stack);
});

test.each([
  'AWS::EC2::InternetGateway',
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::Route',
  'AWS::EC2::EIP',
  'AWS::Lambda::Function',
])('holds no %s', (type) => {
  template.resourceCountIs(type, 0);
});

test('has a subnet in each of the named zones, looked up nowhere', () => {
  const subnets = Object.values(template.findResources('AWS::EC2::Subnet')) as {
    Properties: { AvailabilityZone: string; MapPublicIpOnLaunch: boolean };
  }[];
  expect(subnets.map(({ Properties }) => Properties.AvailabilityZone)).toEqual([
    'ap-southeast-1a',
    'ap-southeast-1b',
    'ap-southeast-1c',
  ]);
  expect(subnets.some(({ Properties }) => Properties.MapPublicIpOnLaunch)).toBe(false);
});

test('logs every flow to an encrypted group', () => {
  template.hasResourceProperties('AWS::EC2::FlowLog', { ResourceType: 'VPC', TrafficType: 'ALL' });
  template.hasResourceProperties('AWS::Logs::LogGroup', {
    KmsKeyId: Match.anyValue(),
    RetentionInDays: 365,
  });
});

test('every endpoint admits only the organization, both the caller and what is called', () => {
  const endpoints = Object.values(template.findResources('AWS::EC2::VPCEndpoint')) as {
    Properties: { PolicyDocument?: { Statement: { Condition?: unknown }[] } };
  }[];
  expect(endpoints).toHaveLength(7);
  for (const { Properties } of endpoints) {
    expect(Properties.PolicyDocument?.Statement.map((statement) => statement.Condition)).toEqual([
      {
        StringEquals: {
          'aws:PrincipalOrgID': 'o-exampleorg1',
          'aws:ResourceOrgID': 'o-exampleorg1',
        },
      },
    ]);
  }
});

test('endpoints are reached from the cell alone', () => {
  template.hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [Match.objectLike({ CidrIp: '10.65.0.0/16', FromPort: 443, ToPort: 443 })],
  });
});
