import { cellOf, type RenderedStack } from './templates';

const LINKS =
  /^AWS::EC2::(TransitGateway|VPN|VPCGatewayAttachment|VPCPeering)|^AWS::DirectConnect::|^AWS::EC2::Route$/;
const READER = /(?<=role\/)[a-z0-9-]+-reader(?=")/g;
/** What has a policy that can let another cell's role read. */
const READABLE: Readonly<Record<string, string>> = {
  'AWS::S3::BucketPolicy': 'bucket',
  'AWS::KMS::Key': 'key',
};

/** Paths of the stacks that hold anything of a link. */
export function linkedStacks(stacks: readonly RenderedStack[]): string[] {
  return stacks
    .filter(({ template }) => Object.values(template.Resources).some(({ Type }) => LINKS.test(Type)))
    .map(({ path }) => path);
}

/** What in the cells' stacks lets another cell in: ranges that are admitted, and roles that may read. */
export function openings(stacks: readonly RenderedStack[]): string[] {
  const found = stacks.flatMap((stack) =>
    Object.values(stack.template.Resources).flatMap(({ Type, Properties = {} }) => {
      const range = Type === 'AWS::EC2::SecurityGroupIngress' ? Properties.CidrIp : undefined;
      const policy = Type in READABLE ? JSON.stringify(Properties) : '';
      return [
        ...(range === undefined ? [] : [`${cellOf(stack)} admits ${range as string}`]),
        ...(policy.match(READER) ?? []).map((role) => `${cellOf(stack)}: ${READABLE[Type]} read by ${role}`),
      ];
    }),
  );
  return [...new Set(found)].sort();
}
