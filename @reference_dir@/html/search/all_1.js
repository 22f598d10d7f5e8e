var searchData=
[
  ['backend_0',['backend',['../structeyeballs_1_1scheduler.html#a693fc95aef1c8f29b29c99f4f5c31b0f',1,'eyeballs::scheduler']]],
  ['began_1',['began',['../structeyeballs_1_1connect__report.html#ac8e2739f0c8647522955e1a62086ba82',1,'eyeballs::connect_report::began()'],['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0da727a181a78a6a5fb370f2cbd7f3e79ad',1,'eyeballs::began()']]],
  ['begin_2',['begin',['../structeyeballs_1_1timeline__row.html#ab0049b4dfd1c4f83c7ee8904c23c8045',1,'eyeballs::timeline_row']]],
  ['beyond_5fthe_5flimit_3',['beyond_the_limit',['../structeyeballs_1_1connect__report.html#a17d59ec1d057b017ad49afe02360fa81',1,'eyeballs::connect_report::beyond_the_limit()'],['../structeyeballs_1_1connect__timeline.html#ace4e152e631671283f0c98c00da96e1a',1,'eyeballs::connect_timeline::beyond_the_limit()'],['../classeyeballs_1_1endpoint__list.html#a8acc3356a86abada477fb8bc39725d73',1,'eyeballs::endpoint_list::beyond_the_limit()']]],
  ['bits_4',['bits',['../structeyeballs_1_1policy__row.html#a72fc411e87fe1ea2f3ebf1195d0d84ea',1,'eyeballs::policy_row::bits()'],['../structeyeballs_1_1v4__scope__row.html#a360e16079cf6f8e278cf82fc30ef60a6',1,'eyeballs::v4_scope_row::bits()']]],
  ['blocking_2ehpp_5',['blocking.hpp',['../blocking_8hpp.html',1,'']]],
  ['bytes_6',['bytes',['../classeyeballs_1_1ip__address.html#a6bdd3451d0b6f759fe36c26fbd89e77d',1,'eyeballs::ip_address']]]
];
