var searchData=
[
  ['backend_0',['backend',['../structeyeballs_1_1scheduler.html#a693fc95aef1c8f29b29c99f4f5c31b0f',1,'eyeballs::scheduler']]],
  ['began_1',['began',['../structeyeballs_1_1connect__report.html#ac8e2739f0c8647522955e1a62086ba82',1,'eyeballs::connect_report']]],
  ['begin_2',['begin',['../structeyeballs_1_1timeline__row.html#ab0049b4dfd1c4f83c7ee8904c23c8045',1,'eyeballs::timeline_row']]],
  ['beyond_5fthe_5flimit_3',['beyond_the_limit',['../structeyeballs_1_1connect__report.html#a17d59ec1d057b017ad49afe02360fa81',1,'eyeballs::connect_report::beyond_the_limit()'],['../structeyeballs_1_1connect__timeline.html#ace4e152e631671283f0c98c00da96e1a',1,'eyeballs::connect_timeline::beyond_the_limit()']]],
  ['bits_4',['bits',['../structeyeballs_1_1policy__row.html#a72fc411e87fe1ea2f3ebf1195d0d84ea',1,'eyeballs::policy_row::bits()'],['../structeyeballs_1_1v4__scope__row.html#a360e16079cf6f8e278cf82fc30ef60a6',1,'eyeballs::v4_scope_row::bits()']]]
];
