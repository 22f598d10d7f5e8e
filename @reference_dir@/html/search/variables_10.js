var searchData=
[
  ['text_0',['text',['../structeyeballs_1_1omission__subject.html#a335cb739facf0cfe902f35ed97fbe2b5',1,'eyeballs::omission_subject']]],
  ['text_5fof_1',['text_of',['../structeyeballs_1_1attempt__subject.html#a8c92a3007a18b49dea80790c510a594a',1,'eyeballs::attempt_subject']]],
  ['timeout_2',['timeout',['../structeyeballs_1_1connect__options.html#afd3b96e7dc9a61d81689ac49057f3b5c',1,'eyeballs::connect_options']]],
  ['timers_3',['timers',['../structeyeballs_1_1virtual__time_1_1pending__work.html#a43d486a5aaceee64c077eb7501c8c576',1,'eyeballs::virtual_time::pending_work']]],
  ['title_4',['title',['../structeyeballs_1_1connect__timeline.html#a5ea80eab73b794b87d150ae946ece945',1,'eyeballs::connect_timeline']]]
];
