import type { Texts } from './alternatives';
import { UNKNOWN } from './marks';
import type { TemplateInput } from './types';

/** What CloudFormation itself knows of a stack, by the name that `Ref` takes; undefined for any other name. */
export function pseudoParameter(name: string, stack: TemplateInput): Texts | undefined {
  const { region, account, partition, stackName } = stack;
  switch (name) {
    case 'AWS::Region':
      return [region];
    case 'AWS::AccountId':
      return [account];
    case 'AWS::Partition':
      return [partition];
    case 'AWS::URLSuffix':
      return [partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'];
    case 'AWS::StackName':
      return [stackName];
    case 'AWS::StackId':
      return [`arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}/${UNKNOWN}`];
    case 'AWS::NoValue':
      return [];
    default:
      return undefined;
  }
}
