import { describeRule } from '../support';

const rule = 'in-transit';

describeRule(rule, 'AWS::ElastiCache::ReplicationGroup', {
  valid: [['encryption', { TransitEncryptionEnabled: true }]],
  invalid: [
    ['none', { TransitEncryptionEnabled: false }],
    ['nothing written', {}],
  ],
});

describeRule(rule, 'AWS::RDS::DBClusterParameterGroup', {
  valid: [
    ['connections with TLS alone', { Parameters: { 'rds.force_ssl': '1', require_secure_transport: 'ON' } }],
  ],
  invalid: [
    ['PostgreSQL without', { Parameters: { 'rds.force_ssl': '0' } }],
    ['MySQL without', { Parameters: { require_secure_transport: 'OFF' } }],
    ['a number', { Parameters: { 'rds.force_ssl': 0 } }],
  ],
});

describeRule(rule, 'AWS::DocDB::DBClusterParameterGroup', {
  valid: [['TLS', { Parameters: { tls: 'enabled' } }]],
  invalid: [['none', { Parameters: { tls: 'disabled' } }]],
});

const listener = (Protocol: string, to: string): object => ({
  Protocol,
  DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: to, StatusCode: 'HTTP_301' } }],
});
describeRule(rule, 'AWS::ElasticLoadBalancingV2::Listener', {
  valid: [['HTTP that sends everybody to HTTPS', listener('HTTP', 'HTTPS')]],
  invalid: [
    ['HTTP that sends them elsewhere', listener('HTTP', 'HTTP')],
    ['HTTP that answers', { Protocol: 'HTTP', DefaultActions: [{ Type: 'forward', TargetGroupArn: 't' }] }],
  ],
});
