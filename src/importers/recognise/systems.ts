/**
 * Where known content management systems keep the parts of an article. A new system is a new row; selectors are of the
 * forms `tag`, `#id`, `.class`, `tag.class` and `[name=value]`, in lower case.
 */
export interface System {
  readonly name: string;
  /** The names are in wide use: believed only where the densest text fills the container. */
  readonly checked?: boolean;
  readonly body: readonly string[];
  readonly title?: readonly string[];
  readonly time?: readonly string[];
  readonly source?: readonly string[];
  readonly author?: readonly string[];
  /** A line with the author, the source and the time but no labels: 石佳/中国青年报. */
  readonly byline?: readonly string[];
  /** Names of script variables that hold the time, where the page shows only “yesterday”. */
  readonly scriptTime?: readonly string[];
  /** Parts inside the body that are not text of the article. */
  readonly drop?: readonly string[];
}

export const systems: readonly System[] = [
  {
    name: 'UCAP',
    body: ['ucapcontent', '#ucap-content', '.ucapcontent'],
    title: ['ucaptitle', '#ucap-title'],
    time: ['publishtime', 'ucappubdate'],
    source: ['ucapsource'],
  },
  {
    name: 'WeChat',
    body: ['#js_content'],
    title: ['#activity-name'],
    source: ['#js_name'],
    author: ['#js_author_name'],
    scriptTime: ['ct', 'create_time', 'createTime', 'oriCreateTime', 'ori_create_time'],
    drop: ['mp-common-profile', 'mp-style-type', '.original_area_primary', '.js_product_container'],
  },
  {
    name: 'NetEase',
    body: ['#endtext', '.post_body', '.post_text'],
    time: ['.post_time_source', '.post_info'],
    source: ['#ne_article_source'],
    drop: [
      '.special_tag_wrap',
      '.video-wrapper',
      '.post_topshare_wrap',
      '.post_btmshare',
      '.ep-source',
      '.related_article',
      '.otitle',
      '.post_end_ad',
      '.gg200x300',
    ],
  },
  {
    name: 'Sina',
    body: ['#artibody', 'div#article.article'],
    title: ['#artibodytitle', '.main-title'],
    time: ['#pub_date', '.date-source', '.time-source'],
    source: ['.date-source.source', 'a.source', 'span.source', '#media_name'],
    drop: [
      '.new_style_article',
      '.tech-con',
      '.tech-quotation',
      '.article-editor',
      '.show_author',
      '.artical-player-wrap',
      '.video-2017',
      '.ecode_weixin',
      '.wap_special',
      '.appendqr_wrap',
      '.finance_app_zqtg',
      '.corrtxt_01',
      '.tech-down',
    ],
  },
  {
    name: 'The Paper',
    body: ['.news_txt'],
    title: ['.news_title'],
    byline: ['.news_about'],
    drop: ['.hide_word', '.go_wap', '.news_video_name'],
  },
  { name: 'Guancha', body: ['.all-txt'], time: ['.time'], drop: ['.module-page', '.share', '.key-word'] },
  {
    name: 'People',
    body: ['#rwb_zw', '.rm_txt_con', '#p_content'],
    drop: ['.zdfy', '.edit', '.otitle', '.paper_num', '.box_pic', '.bza'],
  },
  {
    name: 'Xinhua',
    body: ['#detailcontent', '#p-detail', '#detail'],
    source: ['#source'],
    drop: ['.editor', '.zan-wap', '.tiyi1', '.p-jc'],
  },
  { name: 'gov.cn', body: ['.pages_content'], drop: ['.pages_print', '.editor'] },
  {
    name: 'TRS',
    body: [
      '.trs_editor',
      '.trs_ueditor',
      '.trs_editor_view',
      '.trs_word',
      '.trs_preappend',
      '.trs_autoadd',
      '.trsdetail',
    ],
  },
  { name: 'JCMS', body: ['#zoom', '#zoomcon', '#jcms_content', '.zoom', '#fontzoom', '.bt_content', '.main-txt'] },
  { name: 'VSB', body: ['.v_news_content', '#vsb_content', '#vsb_content_2', '#vsb_content_4', '#vsb_content_100'] },
  { name: 'Sudy', body: ['.wp_articlecontent'], time: ['.arti_update'], source: ['.arti_publisher'] },
  { name: 'Epoint', body: ['.ewb-article-info', '.ewb-info-con', '.ewb-article-content', '.infodetail'] },
  { name: 'EasySite', body: ['.easysite-news-text', '.easysite-news-content'] },
  { name: 'PowerEasy', body: ['#fontsize', '.peas_content', '.conbox_content'] },
  { name: 'SiteServer', body: ['.bshare-content', '.stl-content'] },
  { name: 'DedeCMS', body: ['.arc_body', '.arcbody', '#article_content', '.article_txt', '.viewbox-content'] },
  { name: 'NetEase Hao', checked: true, body: ['div#content.content'], byline: ['p.time'] },
  {
    name: 'portal',
    checked: true,
    body: [
      '.wzcon',
      '.wz_con',
      '.wznr',
      '.xxnr',
      '.xl_content',
      '.xilan_con',
      '.xxgk_content',
      '.gk_content',
      '.zw_content',
      '.zhengwen',
      '#zhengwen',
      '.conttxt',
      '.con_txt',
      '.con_text',
      '.content_text',
      '.contenttext',
      '.index_cententwrap',
      '.j-fontcontent',
      '#maintext',
      '.maintext',
      '.article_cont',
      '.newstext',
      '.news_text',
      '.news-text',
      '.show_con',
      '.text_con',
      '.detail_con',
      '.detail-con',
      '.detailcontent',
      '.contentbox_text',
    ],
  },
];

/** Names that usually hold the article, on sites of any make: checked against the density of the text before belief. */
export const usualContainers: readonly string[] = [
  '[itemprop=articlebody]',
  '.article-content',
  '.article_content',
  '.articlecontent',
  '.article-body',
  '.article__body',
  '.articlebody',
  '.entry-content',
  '.post-content',
  '.news-content',
  '.news_content',
  '.newscontent',
  '.detail-content',
  '.content-detail',
  '.rich_text',
  'article',
  '#article',
  '.article',
  '#content',
  '.content',
  '[role=main]',
  'main',
];
