import { App, CfnWaitConditionHandle, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { EdgeLogsStack } from '../../lib/stacks/edge-logs-stack';
import { EdgeStack } from '../../lib/stacks/edge-stack';
import { PerimeterStack } from '../../lib/stacks/perimeter-stack';
import { servingCell, type Serving } from '../support/serving';

function logsOf(serving: Serving = {}): EdgeLogsStack {
  const cell = servingCell(serving);
  const app = new App();
  const perimeter = new PerimeterStack(app, 'perimeter', { cell });
  const edge = new EdgeStack(app, 'edge', { cell, perimeter });
  const data = new Stack(app, 'data', { env: { account: cell.cell.account, region: cell.cell.region } });
  new CfnWaitConditionHandle(data, 'bucket');
  return new EdgeLogsStack(app, 'edge-logs', { cell, edge, data });
}

test('the delivery is ordered in us-east-1, after the bucket, for the distribution as it then is', () => {
  const logs = logsOf();
  const template = Template.fromStack(logs);
  expect(logs.region).toBe('us-east-1');
  expect(logs.dependencies.map((stack) => stack.node.id).sort()).toEqual(['data', 'edge']);
  template.hasResourceProperties('AWS::Logs::DeliverySource', {
    ResourceArn: {
      'Fn::Join': [
        '',
        [
          'arn:aws:cloudfront::222222222222:distribution/',
          { 'Fn::GetStackOutput': Match.objectLike({ StackName: 'sg-edge', Region: 'ap-southeast-1' }) },
        ],
      ],
    },
  });
});

test('nothing is made while the cell serves nothing', () => {
  const template = Template.fromStack(logsOf({ stage: 'planned' }));
  expect(Object.keys(template.toJSON()['Resources'] as object)).toEqual(['Nothingyet']);
});
