var searchData=
[
  ['no_5fendpoints_0',['no_endpoints',['../group__tasks.html#ggae192fa4d7e90a60443ed817d2707772fab4a5147d08238e8f05a9bcece7ed3b67',1,'eyeballs']]],
  ['none_1',['none',['../group__attempts.html#ggaa656efd7cd368634b3e607ad62e08429a334c4a4c42fdb79d7ebc3e73b517e6f8',1,'eyeballs']]],
  ['nothing_5fto_5frace_2',['nothing_to_race',['../group__tasks.html#ggae192fa4d7e90a60443ed817d2707772faf031970232f56764da419cf437b10461',1,'eyeballs']]],
  ['nowhere_3',['nowhere',['../structeyeballs_1_1connectivity.html#a8e19165200e52b32fef321cf72e44ec0a03840d46dad93250d938b39d1357fbae',1,'eyeballs::connectivity']]]
];
