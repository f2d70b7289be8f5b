import type { Hearing } from '../hearing';
import { accountOf, isAccount, principalsIn, whyForeign } from '../principals';
import type { Rule } from '../rule';

export const foreignPrincipal: Rule = {
  id: 'foreign-principal',
  what: 'nobody outside the stack’s own account is let in, shared with or sent data',
  why: 'Whoever may read data can take it anywhere. A policy, a share or a permission for another account or an organization puts the data under whoever owns that one; a service’s principal of another region acts there. Whom a condition names is let in as well; an organization that one names is the policy’s own business.',
  fix: 'name principals of the stack’s own account, or have the policy allow this one with a reason',
  level: 'error',
  types: 'every type',
  examples: {
    bad: {
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: { FunctionName: 'f', Action: 'lambda:InvokeFunction', Principal: '999999999999' },
      },
    },
    good: {
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: { FunctionName: 'f', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' },
      },
    },
  },
  check(hearing) {
    for (const site of hearing.sites('account', 'principal', 'role'))
      for (const text of hearing.texts(site).flatMap((each) => each.split(',')))
        if (site.verdict.kind !== 'role' || text.startsWith('arn:')) judge(hearing, site.path, text.trim());
    for (const { path, text, account } of accountsPointedTo(hearing))
      if (!hearing.allows(path, account)) hearing.find(path, text, `leads to account ${account}`);
    for (const document of hearing.sites('policy'))
      for (const { path, text } of principalsIn(document, hearing)) judge(hearing, path, text);
  },
};

function judge(hearing: Hearing, path: string, text: string): void {
  const why = whyForeign(text, hearing);
  if (why === undefined || hearing.allows(path, accountOf(text))) return;
  hearing.find(path, text, `lets in ${why}`);
}

/** Another account's resources that the resource points to, in whatever region. */
function accountsPointedTo(
  hearing: Hearing,
): readonly { readonly path: string; readonly text: string; readonly account: string }[] {
  const here = hearing.resource.template.input.account;
  return hearing.sites('arn').flatMap((site) =>
    hearing
      .texts(site)
      .map((text) => ({ path: site.path, text, account: text.startsWith('arn:') ? accountOf(text) : '' }))
      .filter(({ account }) => isAccount(account) && isAccount(here) && account !== here),
  );
}
