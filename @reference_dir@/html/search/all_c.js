var searchData=
[
  ['nat64_2ehpp_0',['nat64.hpp',['../address_2nat64_8hpp.html',1,'(Global Namespace)'],['../asio_2dns_2nat64_8hpp.html',1,'(Global Namespace)']]],
  ['nat64_5fprefix_1',['nat64_prefix',['../classeyeballs_1_1nat64__prefix.html',1,'eyeballs::nat64_prefix'],['../classeyeballs_1_1nat64__prefix.html#a4d264aababe0077585e34acdcdde4175',1,'eyeballs::nat64_prefix::nat64_prefix()']]],
  ['never_2',['never',['../group__tasks.html#gae5b5719e3997d4f85924cad9be2823cd',1,'eyeballs']]],
  ['next_3',['next',['../structeyeballs_1_1virtual__time_1_1pending__work.html#aea5555205ac1b1ef886a131fba27ae65',1,'eyeballs::virtual_time::pending_work::next()'],['../classeyeballs_1_1endpoint__list.html#a2bc8cc714579c3dabce2f1ddbf36fa7c',1,'eyeballs::endpoint_list::next()']]],
  ['no_5fendpoints_4',['no_endpoints',['../group__tasks.html#ggae192fa4d7e90a60443ed817d2707772fab4a5147d08238e8f05a9bcece7ed3b67',1,'eyeballs']]],
  ['none_5',['none',['../group__attempts.html#ggaa656efd7cd368634b3e607ad62e08429a334c4a4c42fdb79d7ebc3e73b517e6f8',1,'eyeballs']]],
  ['note_6',['note',['../structeyeballs_1_1timeline__row.html#ae1044b0cd289324232a20908ae549819',1,'eyeballs::timeline_row']]],
  ['nothing_5fto_5frace_7',['nothing_to_race',['../group__tasks.html#ggae192fa4d7e90a60443ed817d2707772faf031970232f56764da419cf437b10461',1,'eyeballs']]],
  ['now_8',['now',['../structeyeballs_1_1scheduler.html#a056a305f8e1a9a32229a8502e7ba0aa2',1,'eyeballs::scheduler']]],
  ['nowhere_9',['nowhere',['../structeyeballs_1_1connectivity.html#a8e19165200e52b32fef321cf72e44ec0a03840d46dad93250d938b39d1357fbae',1,'eyeballs::connectivity']]]
];
