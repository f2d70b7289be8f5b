import { isCatalogued, statementsOf } from '../catalogue/sites';
import type { Rule } from '../rule';
import { isRewrittenWithin, NO_TYPE, WHOLE_TEMPLATE } from '../templates';

/** Types that make resources which no template here holds. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::StackSet': 'a stack set deploys to regions and accounts of its own',
  'AWS::CloudFormation::Macro': 'a macro rewrites templates at deployment',
  'AWS::ServiceCatalog::CloudFormationProvisionedProduct': 'the product has a template of its own',
};

/** Types that no catalogue need hold: what they say is followed wherever it leads. */
const SEEN_THROUGH = /^(?:Custom::|AWS::CDK::Metadata$)/;

export const notJudgeable: Rule = {
  id: 'not-judgeable',
  what: 'everything that a stack deploys is written in the templates judged',
  why: 'A rule sees what is written. Loops (`Fn::ForEach`), macros and transforms, modules, stack sets and nested stacks with a template of their own make resources at deployment that nobody has judged; nor is a type that the catalogue does not hold. `AWS::LanguageExtensions` by itself is accepted, since its loops are seen by their key. A parameter counts as each of its AllowedValues, and without those as its default alone: a deployment that gives it another value is not what was judged.',
  fix: 'write the resources out, and give a nested stack’s template to the judgement with the rest',
  level: 'error',
  types: 'every type',
  examples: {
    bad: {
      'Fn::ForEach::Buckets': ['Name', ['Orders', 'Files'], { '${Name}': { Type: 'AWS::S3::Bucket' } }],
    },
    good: { Orders: { Type: 'AWS::S3::Bucket' }, Files: { Type: 'AWS::S3::Bucket' } },
  },
  check(hearing) {
    const { resource } = hearing;
    const { type } = resource;
    if (type === WHOLE_TEMPLATE) hearing.find('', '', 'a macro or loop rewrites this part of the template');
    if (type === NO_TYPE)
      hearing.find('', '', 'this is no resource as written: a macro or loop may make any of it');
    if (type.endsWith('::MODULE'))
      hearing.find('', type, 'a module’s resources are in none of the templates');
    if (type === 'AWS::CloudFormation::Stack' && hearing.templates.nestedIn(resource) === undefined)
      hearing.find('', '', 'the nested stack’s template is none of those judged');
    if (!isJudged(type))
      hearing.find('', type, 'the catalogue does not hold this type, so nothing of it can be judged');
    const elsewhere = Object.hasOwn(ELSEWHERE, type) ? ELSEWHERE[type] : undefined;
    if (elsewhere !== undefined) hearing.find('', '', elsewhere);
    for (const { path } of statementsOf(resource).opaque)
      hearing.find(path, '', 'a structure is needed here, and what stands in its place cannot be read');
    for (const [name, value] of Object.entries(resource.properties))
      if (isRewrittenWithin({ [name]: value }))
        hearing.find(name, '', 'a macro or loop rewrites it at deployment');
  },
};

function isJudged(type: string): boolean {
  const toldApart = type === WHOLE_TEMPLATE || type === NO_TYPE || type.endsWith('::MODULE');
  return toldApart || SEEN_THROUGH.test(type) || isCatalogued(type);
}
