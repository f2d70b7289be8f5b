import { followPointers } from '../pointers';
import type { Rule } from '../rule';

export const telemetry: Rule = {
  id: 'telemetry',
  what: 'logs, metrics, traces and reports stay in permitted regions',
  why: 'Logs hold addresses, requests and often rows of users; reports hold the names of their files. They fall under the law of the place where they are kept, as the data itself does.',
  fix: 'send it to something in the stack’s own region, or have the policy allow this pointer with a reason',
  level: 'error',
  types: 'every type',
  examples: {
    bad: {
      Log: {
        Type: 'AWS::EC2::FlowLog',
        Properties: { LogDestination: 'arn:aws:logs:us-east-1:111111111111:log-group:flows' },
      },
    },
    good: {
      Group: { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: 'alias/cell/logs' } },
      Log: { Type: 'AWS::EC2::FlowLog', Properties: { LogDestination: { 'Fn::GetAtt': ['Group', 'Arn'] } } },
    },
  },
  check(hearing) {
    followPointers(hearing, 'telemetry');
  },
};
