import { followPointers } from '../pointers';
import { followCustom, followDefinitions, followStrays } from '../strays';
import type { Rule } from '../rule';

export const destination: Rule = {
  id: 'destination',
  what: 'whatever a resource sends to, reads from or is built on lies in permitted regions',
  why: 'Data goes where pointers lead: an ARN, a name, a host, a URL. The catalogue knows every property of CloudFormation that can hold one; an ARN or an address of AWS is followed wherever else it stands. A host outside AWS, a bucket that is not in the app and a value that cannot be worked out may be anywhere, so they are found. CloudFront takes its certificate and web ACL from us-east-1 only: the policy names those pointers, with the reason.',
  fix: 'point to something in the stack’s own region, or have the policy allow this pointer with a reason',
  level: 'error',
  types: 'every type',
  examples: {
    bad: {
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: { source: ['app'] },
          Targets: [{ Id: 'bus', Arn: 'arn:aws:events:us-east-1:111111111111:event-bus/orders' }],
        },
      },
    },
    good: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/cell/personal' } },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: { source: ['app'] },
          Targets: [{ Id: 'queue', Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] } }],
        },
      },
    },
  },
  check(hearing) {
    followPointers(hearing, undefined);
    followDefinitions(hearing);
    followStrays(hearing);
    followCustom(hearing);
  },
};
