var searchData=
[
  ['nat64_5fprefix_0',['nat64_prefix',['../classeyeballs_1_1nat64__prefix.html#a4d264aababe0077585e34acdcdde4175',1,'eyeballs::nat64_prefix']]],
  ['never_1',['never',['../group__tasks.html#gae5b5719e3997d4f85924cad9be2823cd',1,'eyeballs']]],
  ['next_2',['next',['../classeyeballs_1_1endpoint__list.html#a2bc8cc714579c3dabce2f1ddbf36fa7c',1,'eyeballs::endpoint_list']]],
  ['now_3',['now',['../structeyeballs_1_1scheduler.html#a056a305f8e1a9a32229a8502e7ba0aa2',1,'eyeballs::scheduler']]]
];
