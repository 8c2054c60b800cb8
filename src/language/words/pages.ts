import type { TwoText } from '../lang.ts';

/** A section of a page of plain text. */
export interface Section {
  readonly title: TwoText;
  readonly says: readonly TwoText[];
  /** Shown as a list below the text. */
  readonly items?: readonly TwoText[];
}

export interface TextPage {
  readonly title: TwoText;
  readonly lead: TwoText;
  readonly sections: readonly Section[];
}

export const contactWords = {
  title: { zh: '联系我们', en: 'Contact' },
  lead: {
    zh: '投资咨询、内容更正、无障碍问题，都可以通过下面的方式联系。',
    en: 'For questions about investing, corrections to what we publish, or trouble reading it.',
  },
  notConfigured: {
    zh: '本站的运营单位还没有填写联系方式。',
    en: 'The operator of this site has not entered any contact details yet.',
  },
  forOperator: {
    zh: '运营人员：请在工作台的“平台管理 › 站点设置”中填写电话、传真、邮箱和地址。',
    en: 'Operators: enter phone, fax, e-mail and address in the desk, under Platform › Site settings.',
  },
  zones: {
    zh: '想联系某个开发区，请先打开它的页面。',
    en: 'To reach one particular zone, open its page first.',
  },
  findZone: { zh: '查找开发区', en: 'Find a zone' },
} satisfies Record<string, TwoText>;

export const siteMapWords = {
  title: { zh: '网站地图', en: 'Site map' },
  lead: { zh: '本站的全部入口。', en: 'Every way into this site.' },
  main: { zh: '主要页面', en: 'Main pages' },
  columns: { zh: '新闻栏目', en: 'News by column' },
  provinces: { zh: '各省份的开发区', en: 'Zones by province' },
  thisSite: { zh: '关于本站', en: 'About this site' },
  machines: { zh: '供程序读取', en: 'For programs' },
  compare: { zh: '比较开发区', en: 'Compare zones' },
  sitemap: { zh: '站点地图（XML）', en: 'Sitemap (XML)' },
  atom: { zh: '新闻订阅（Atom）', en: 'News feed (Atom)' },
  rss: { zh: '新闻订阅（RSS）', en: 'News feed (RSS)' },
  openapi: { zh: '接口描述（OpenAPI）', en: 'API description (OpenAPI)' },
} satisfies Record<string, TwoText>;

export const accessibilityPage: TextPage = {
  title: { zh: '无障碍声明', en: 'Accessibility' },
  lead: {
    zh: '本站按 WCAG 2.2 AA 级的要求制作。这里写明我们检查了什么、怎么检查的，以及机器检查不出来的是什么。',
    en: 'This site is built to meet WCAG 2.2 at level AA. This page says what we check, how, and what no machine can check for us.',
  },
  sections: [
    {
      title: { zh: '可以怎样使用', en: 'Ways to use it' },
      says: [],
      items: [
        {
          zh: '只用键盘：每个链接、按钮和输入框都能用 Tab 键到达，焦点始终可见；每页第一个链接跳到正文。',
          en: 'With the keyboard alone: Tab reaches every link, button and field, focus is always visible, and the first link on each page skips to the content.',
        },
        {
          zh: '不开脚本：阅读、检索和查询不需要 JavaScript。',
          en: 'Without script: reading, searching and browsing need no JavaScript.',
        },
        {
          zh: '放大：放大到 400% 或在 320 像素宽的屏幕上，页面不需要左右滚动（宽表格在自己的框里滚动）。',
          en: 'Enlarged: at 400 % zoom or on a screen 320 pixels wide the page does not scroll sideways; wide tables scroll inside their own box.',
        },
        {
          zh: '适老模式：网址后加 ?mode=care，或点击页面上方的“适老模式”。文字不小于 18 像素，单栏排列，按钮更大，咨询电话在最前面；进入后每一页都保持，随时可以退出。',
          en: 'Easy mode: add ?mode=care to the address, or choose “Easy mode” at the top. Text is at least 18 pixels, in one column, with larger buttons and the telephone number first. It stays on from page to page until you leave it.',
        },
        {
          zh: '显示设置：字号、对比度、明暗可以在每页右上角调整；也会跟随系统的深色、高对比度和减少动态效果设置。',
          en: 'Display settings: text size, contrast and colours can be changed at the top right of each page. Your system’s settings for dark colours, more contrast and less motion are followed.',
        },
      ],
    },
    {
      title: { zh: '我们检查什么', en: 'What we check' },
      says: [
        {
          zh: '每次修改程序，都会在真实的浏览器里自动检查公开页面的中文版和英文版：',
          en: 'Each time the program changes, the public pages are checked in a real browser, in Chinese and in English:',
        },
      ],
      items: [
        {
          zh: 'axe-core 的 WCAG 2.0、2.1、2.2 A 级与 AA 级规则和最佳实践规则，没有一项不通过；',
          en: 'the rules of axe-core for WCAG 2.0, 2.1 and 2.2, levels A and AA, and its best practices, with no failure allowed;',
        },
        {
          zh: '用 Tab 键走完整页，每一步的焦点都看得见、没有被遮住；',
          en: 'a walk through the page with the Tab key, where focus must be visible at every step and never covered;',
        },
        { zh: '320 像素宽与 400% 放大时不出现横向滚动；', en: 'no sideways scrolling at 320 pixels or 400 % zoom;' },
        { zh: '加大行距、字距后文字不被截断；', en: 'no text cut off when line and letter spacing are increased;' },
        {
          zh: '深色、打印、减少动态效果，以及每页和外文名称的语言标记。',
          en: 'dark colours, print, reduced motion, and the language marked on each page and on foreign names.',
        },
      ],
    },
    {
      title: { zh: '机器检查不出来的', en: 'What machines cannot check' },
      says: [
        {
          zh: '自动检查大约只能发现一半的问题。图片说明写得好不好、朗读顺序是否合理、语言是否易懂、读屏软件用起来是否顺手，只有人能判断。本程序尚未经过残障用户或第三方机构的评测。',
          en: 'Automatic checks find about half of all problems. Whether a picture is well described, whether the order makes sense read aloud, whether the language is plain, how it feels with a screen reader: only people can tell. This program has not yet been assessed by disabled users or by an independent body.',
        },
        {
          zh: '从其他网站转载的文章可能带有没有说明文字的图片，或以图片形式出现的表格。',
          en: 'Articles taken over from other sites may contain pictures without a description, or tables published as pictures.',
        },
        {
          zh: '开发区分布图是图形；同样的内容在旁边的列表里都有。',
          en: 'The map of zones is a drawing; the list beside it holds the same information.',
        },
      ],
    },
    {
      title: { zh: '遇到障碍请告诉我们', en: 'Tell us what gets in your way' },
      says: [
        {
          zh: '请写明网址、您使用的设备或软件，以及发生了什么。联系方式见“联系我们”。',
          en: 'Say which page, what device or software you use, and what happened. How to reach us is on the contact page.',
        },
      ],
    },
  ],
};

export const aboutPage: TextPage = {
  title: { zh: '关于本站与数据来源', en: 'About this site and its data' },
  lead: {
    zh: '这里说明本站的数据从哪里来、哪些是推算的，以及可以怎样使用。',
    en: 'Where the data on this site comes from, which parts of it are estimates, and how you may use it.',
  },
  sections: [
    {
      title: { zh: '数据来源', en: 'Sources' },
      says: [],
      items: [
        {
          zh: '开发区名称、代码、级别、类型和所在地：国家标准 GB/T 37028—2018（开发区代码）。',
          en: 'Names, codes, levels, types and locations of zones: national standard GB/T 37028-2018 (codes of development zones).',
        },
        {
          zh: '批准时间、核准面积和主导产业：《中国开发区审核公告目录（2018 年版）》。',
          en: 'Year of approval, approved area and leading industries: the Catalogue of China Development Zones, 2018 edition.',
        },
        {
          zh: '2024 年国家级经济技术开发区名单：商务部公告。',
          en: 'National economic and technological development zones as of 2024: announcements of the Ministry of Commerce.',
        },
        { zh: '行政区划代码：GB/T 2260。', en: 'Codes of provinces, cities and districts: GB/T 2260.' },
        {
          zh: '行业分类：GB/T 4754—2017 与联合国 ISIC 第四版；主导产业到行业的对应关系由本项目整理。',
          en: 'Industries: GB/T 4754-2017 and the United Nations’ ISIC Rev. 4. Which leading industry belongs to which division was worked out for this project.',
        },
        {
          zh: '新闻：由各开发区和转载来源发布，每篇文章都注明来源和发布时间。',
          en: 'News: published by the zones and by the sources named on each article, with the time of publication.',
        },
      ],
    },
    {
      title: { zh: '哪些是推算的', en: 'What is estimated' },
      says: [],
      items: [
        {
          zh: '位置：没有自身坐标的开发区，用所在区县或城市的中心点代替，并注明“近似位置”。',
          en: 'Locations: a zone without coordinates of its own is shown at the centre of its district or city, and marked as approximate.',
        },
        {
          zh: '英文名称：按拼音和类型的规则生成，可以由人更正；不是官方译名。',
          en: 'English names: made by rule from pinyin and the type of zone, and corrected by hand where someone has done so. They are not official translations.',
        },
        {
          zh: '面积、产业和批准时间以 2018 年的目录为准，此后的调整可能没有反映。',
          en: 'Area, industries and approval are as listed in 2018; later changes may be missing.',
        },
      ],
    },
    {
      title: { zh: '示例内容', en: 'Sample content' },
      says: [
        {
          zh: '新安装的网站带有示例文章，处处标明“示例”。它们用来演示功能，不是新闻。',
          en: 'A newly installed site carries sample articles, marked “Sample” wherever they appear. They show what the site can do; they are not news.',
        },
      ],
    },
    {
      title: { zh: '使用与许可', en: 'Licence' },
      says: [
        {
          zh: '目录数据是公开标准和公告中的事实，可以自由使用，请注明来源；也可以通过数据接口读取。文章的版权归来源单位。',
          en: 'The directory consists of facts from public standards and announcements. Use it freely, name the source, and read it through the API if you like. Articles belong to the sources named on them.',
        },
        {
          zh: '本站运行的程序是“园联”，以 Apache-2.0 许可开放源代码。',
          en: 'The program behind this site is Yuanlian, open source under the Apache 2.0 licence.',
        },
      ],
    },
  ],
};
