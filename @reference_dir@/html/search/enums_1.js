var searchData=
[
  ['connect_5fevent_5fkind_0',['connect_event_kind',['../group__by__name.html#ga2d2d6bd8581f0b742b817b5e98283e0d',1,'eyeballs']]]
];
