import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import {
  CODE,
  DEFINITION,
  DESTINATION,
  GIVEN,
  IDENTITIES,
  IDENTITY_CENTER,
  LOG,
  LOG_BUCKET,
  MATCHED,
  of,
  PREFIX,
  SOURCE,
} from './integration-words';
import { all, not } from './words';

const MANAGED = 'a policy of the same account or of AWS; its statements are judged where they are written';
const COSTS = 'costs, bills and their recipients; none of the users’ data';
const WORKLOAD = 'describes a workload; none of its data';

export const CLASSIFIED: readonly Classification[] = [
  // IAM
  ...not(MANAGED, ...of('AWS::IAM::*', 'ManagedPolicyArns PermissionsBoundary')),
  ...not(
    NOT.label,
    ...of('AWS::IAM::*', 'PolicyName ManagedPolicyName ServerCertificateName AWSServiceName'),
    'AWS::IAM::Role.RoleName',
  ),
  ...not(NOT.near, ...of('AWS::IAM::*', 'Groups Users'), 'AWS::IAM::SAMLProvider:SAMLPrivateKey.KeyId'),
  ...not(
    'an issuer that is trusted; which roles it opens is judged in their policies',
    'AWS::IAM::OIDCProvider.Url',
  ),
  ...not('sign-in goes over HTTPS either way', 'AWS::IAM::SAMLProvider.AssertionEncryptionMode'),

  // Identity Center
  ...all({ kind: 'policy' }, 'AWS::SSO::PermissionSet.InlinePolicy'),
  ...not(MANAGED, ...of('AWS::SSO::PermissionSet', 'ManagedPolicies ManagedPolicyArn')),
  ...not(
    IDENTITY_CENTER,
    ...of('AWS::SSO::*', 'InstanceArn PermissionSetArn PrincipalId ApplicationProviderArn ApplicationArn'),
    ...of('AWS::AccountAccess::*', 'InstanceArn ApplicationArn'),
    'AWS::MPA::IdentitySource:IamIdentityCenter.InstanceArn',
  ),
  ...not(
    'the account that is entered; who enters it is of the organization',
    'AWS::SSO::Assignment.TargetId',
    'AWS::AccountAccess::Entitlement:PrincipalRoleEntitlement.Account',
  ),
  ...not(
    NOT.choice,
    'AWS::SSO::InstanceAccessControlAttributeConfiguration:AccessControlAttributeValue.Source',
  ),
  ...not(NOT.outside, ...of('AWS::SSO::Application:SignInOptions', 'Origin ApplicationUrl')),
  ...not(
    'a field of a person’s record',
    ...of('AWS::IdentityStore::User', 'ProfileUrl Website'),
    ...of('AWS::IdentityStore::User:AddressesItems', 'Region StreetAddress'),
    'AWS::IdentityStore::User:PhotosItems.Value',
  ),

  // Organizations: a backup policy names the regions and vaults that copies go to.
  ...all(DEFINITION, 'AWS::Organizations::Policy.Content'),
  ...all({ kind: 'policy' }, 'AWS::Organizations::ResourcePolicy.Content'),
  ...not(NOT.label, ...of('AWS::Organizations::Account', 'Email AccountName RoleName')),
  ...not(NOT.choice, 'AWS::Organizations::Organization.FeatureSet', 'AWS::Organizations::Policy.TargetIds'),
  ...all({ kind: 'definition', of: 'telemetry' }, 'AWS::ControlTower::LandingZone.Manifest'),
  ...not(NOT.choice, ...of('AWS::ControlTower::*', 'ControlIdentifier TargetIdentifier')),

  // CloudFormation
  ...all(
    DESTINATION,
    'AWS::CloudFormation::CustomResource.ServiceToken',
    'AWS::CloudFormation::Macro.FunctionName',
    'AWS::CloudFormation::LambdaHook.LambdaFunction',
  ),
  ...all(DEFINITION, ...of('AWS::CloudFormation::*', 'TemplateBody')),
  ...all({ kind: 'region' }, 'AWS::CloudFormation::StackSet:OperationPreferences.RegionOrder'),
  ...all(LOG, ...of('AWS::CloudFormation::*', 'NotificationARNs')),
  ...all(LOG_BUCKET, ...of('AWS::CloudFormation::*', 'LogBucket LogDeliveryBucket')),
  ...not(
    CODE,
    ...of('AWS::CloudFormation::*', 'TemplateURL SchemaHandlerPackage ModulePackage Configuration VersionId'),
    'AWS::CloudFormation::GuardHook:S3Location.Uri',
  ),
  ...not(
    'a list of accounts in a file; its regions are judged',
    'AWS::CloudFormation::StackSet:DeploymentTargets.AccountsUrl',
  ),
  ...not(
    'a type, module or hook that is registered in the region',
    ...of('AWS::CloudFormation::*', 'TypeVersionArn TypeArn PublicTypeArn ConnectionArn PublicVersionNumber'),
    ...of('AWS::CloudFormation::*', 'TypeNameAlias Alias TargetOperations TargetNames TargetName AutoUpdate'),
    ...of('AWS::CloudFormation::ModuleDefaultVersion', 'Arn'),
    ...of('AWS::CloudFormation::PublicTypeVersion', 'Arn'),
  ),
  ...not(
    NOT.choice,
    ...of('AWS::CloudFormation::*', 'OutputKey ParameterKey StackSetName PermissionModel Enabled'),
    ...of('AWS::CloudFormation::*', 'RetainStacksOnAccountRemoval ImportExistingResources'),
    ...of('AWS::CloudFormation::*', 'DeletionPolicy UpdateReplacePolicy'),
  ),

  ...not(MATCHED, ...of('AWS::CloudFormation::*', 'Include Exclude DependsOn')),

  // Service Catalog
  ...all(LOG, ...of('AWS::ServiceCatalog::*', 'NotificationArns')),
  ...all({ kind: 'principal' }, 'AWS::ServiceCatalog::PortfolioPrincipalAssociation.PrincipalARN'),
  ...all({ kind: 'account' }, 'AWS::ServiceCatalog::StackSetConstraint.AccountList'),
  ...not(
    CODE,
    ...of('AWS::ServiceCatalog::*', 'LoadTemplateFromURL ConnectionArn ReplaceProvisioningArtifacts'),
  ),
  ...not(
    NOT.label,
    ...of('AWS::ServiceCatalog::*', 'Owner SupportEmail SupportUrl ProductName ShareTagOptions'),
  ),
  ...not(NOT.near, ...of('AWS::ServiceCatalog::*', 'SourcePortfolioId ServiceActionId ResourceId')),
  ...not(WORKLOAD, ...of('AWS::ServiceCatalogAppRegistry::*', 'Attributes Resource')),
  ...not(
    MATCHED,
    ...of('AWS::ResourceGroups::*', 'Resources ResourceTypeFilters StackIdentifier Group'),
    ...of('AWS::ResourceExplorer2::View', 'Scope FilterString'),
  ),
  // An aggregator holds a replica of every region’s index.
  ...all({ kind: 'copy', of: 'telemetry', bad: ['AGGREGATOR'] }, 'AWS::ResourceExplorer2::Index.Type'),

  // Costs
  ...not(
    COSTS,
    ...of(
      'AWS::Budgets::*',
      'PlannedBudgetLimits CostFilters TargetIds PolicyId Address BillingViewArn PolicyArn',
    ),
    ...of('AWS::CE::*', 'MonitorArnList Address'),
    ...of('AWS::Invoicing::*', 'LinkedAccounts BuyerDomain SupplierDomain InvoiceUnitArns Protocol Email'),
    ...of('AWS::Invoicing::*', 'ProcurementPortalInstanceEndpoint'),
    ...of('AWS::Billing::*', 'SourceViews'),
    ...of(
      'AWS::BillingConductor::*',
      'PrimaryAccountId PricingPlanArn LinkedAccountIds ResponsibilityTransferArn',
    ),
    ...of('AWS::BillingConductor::*', 'BillingGroupArn AccountId ChildAssociatedResources PricingRuleArns'),
  ),

  // Access from elsewhere
  ...all({ kind: 'policy' }, 'AWS::RolesAnywhere::Profile.SessionPolicy'),
  ...not(MANAGED, 'AWS::RolesAnywhere::Profile.ManagedPolicyArns'),
  ...not(
    'a certificate authority, which holds no data',
    'AWS::RolesAnywhere::TrustAnchor:SourceData.AcmPcaArn',
  ),
  ...not(
    'the environment account is the one that is provisioned',
    'AWS::Proton::EnvironmentAccountConnection.EnvironmentAccountId',
  ),
  ...all({ kind: 'key' }, 'AWS::LicenseManager::License:IssuerData.SignKey'),
  ...not('a licence, whose ARN has no region; its home is judged', 'AWS::LicenseManager::Grant.LicenseArn'),
  ...all(IDENTITIES, 'AWS::AgentRegistry::Registry:CustomJWTAuthorizerConfiguration.DiscoveryUrl'),
  ...all({ kind: 'host', incoming: true }, ...of('AWS::AgentRegistry::RegistryRecord', 'Url')),
  ...not('how callers are told apart', 'AWS::AgentRegistry::Registry.AuthorizerType'),
  ...all(DESTINATION, 'AWS::AgentRegistry::RegistryRecord.RegistryId'),
  ...all({ kind: 'region', incoming: true }, 'AWS::MPA::IdentitySource:IamIdentityCenter.Region'),
  ...not(
    'approvers and what they approve; none of the users’ data',
    'AWS::MPA::ApprovalTeam:Approver.PrimaryIdentitySourceArn',
    'AWS::MPA::ApprovalTeam:Policy.PolicyArn',
  ),
  ...not(GIVEN, 'AWS::MPA::IdentitySource:IamIdentityCenter.ApprovalPortalUrl'),

  // Reviews and tests
  ...all(
    { kind: 'region', of: 'telemetry', incoming: true },
    'AWS::WellArchitected::AgentProfile:AggregationConfiguration.Regions',
    'AWS::WellArchitected::Workload.AwsRegions',
  ),
  ...all(
    { kind: 'account', of: 'telemetry', incoming: true },
    'AWS::WellArchitected::AgentProfile:AggregationConfiguration.AccountId',
  ),
  ...not(
    WORKLOAD,
    ...of('AWS::WellArchitected::Workload', 'AccountIds NonAwsRegions ArchitecturalDesign ReviewOwner'),
    ...of('AWS::WellArchitected::Workload', 'WorkloadResourceDefinition'),
    'AWS::WellArchitected::AgentContext.Content',
  ),
  ...all({ kind: 'host' }, ...of('AWS::DeviceFarm::VPCEConfiguration', 'VpceServiceName')),
  ...not(NOT.outside, 'AWS::DeviceFarm::VPCEConfiguration.ServiceDnsName'),
  ...not(
    NOT.label,
    ...of('AWS::DeviceFarm::*', 'Attribute VpceConfigurationDescription VpceConfigurationName'),
  ),
  ...all(SOURCE, ...of('AWS::AppTest::TestCase', 'Resource DmsTaskArn')),
  ...all({ kind: 'bucket', incoming: true }, ...of('AWS::AppTest::TestCase', 'ImportDataSetLocation')),
  ...not(CODE, ...of('AWS::AppTest::TestCase', 'ScriptLocation')),
  ...not(PREFIX, ...of('AWS::AppTest::TestCase', 'SourceLocation TargetLocation FileLocation')),
];

export const REQUIRED: readonly Requirement[] = [];
export const KEYLESS: readonly Keyless[] = [];
