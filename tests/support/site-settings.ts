/** A government site with everything filled in, so that the journeys see every part of the frame. Invented. */
export const siteSettings = {
  government: true,
  siteCode: '3200000000',
  host: { zh: '示例市投资促进局', en: 'Example City Investment Promotion Bureau' },
  operator: { zh: '示例市大数据中心', en: 'Example City Data Centre' },
  address: { zh: '示例市和平路 1 号', en: '1 Heping Road, Example City' },
  phone: '+86-0512-00000000',
  fax: '+86-0512-00000001',
  email: 'info@zone.example',
  icp: '苏ICP备00000000号',
  policeRecord: '苏公网安备32000000000000号',
  copyright: { zh: '© 示例市投资促进局', en: '© Example City Investment Promotion Bureau' },
  ipv6: true,
};
