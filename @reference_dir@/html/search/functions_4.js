var searchData=
[
  ['elapsed_0',['elapsed',['../classeyeballs_1_1virtual__time.html#a0c71631b4c04eac9af0e3f75a95f8892',1,'eyeballs::virtual_time']]],
  ['end_1',['end',['../classeyeballs_1_1virtual__run.html#afabd1d3d600e007fe1776281fc61e1bf',1,'eyeballs::virtual_run']]],
  ['ended_2',['ended',['../classeyeballs_1_1attempt__observer.html#a6ca0809f6a2fe3ab7465ba59c1675346',1,'eyeballs::attempt_observer']]],
  ['endpoint_5flist_3',['endpoint_list',['../classeyeballs_1_1endpoint__list.html#a98b25ecd74392f1f6535c9aeb1b0e323',1,'eyeballs::endpoint_list']]],
  ['error_4',['error',['../structeyeballs_1_1error.html#a7688e79d6e74ed5401bf35abd3fb6f70',1,'eyeballs::error::error(std::error_code code) noexcept'],['../structeyeballs_1_1error.html#adedcc3a139b636ebae7ccd09410b2b21',1,'eyeballs::error::error(std::error_code code, Subject subject, std::vector&lt; error &gt; causes={})'],['../structeyeballs_1_1task__error.html#afc683eb7fdab34883b01ddcbe0bfca0f',1,'eyeballs::task_error::error()'],['../structeyeballs_1_1failure.html#a7688e79d6e74ed5401bf35abd3fb6f70',1,'eyeballs::failure::error(std::error_code code) noexcept'],['../structeyeballs_1_1failure.html#adedcc3a139b636ebae7ccd09410b2b21',1,'eyeballs::failure::error(std::error_code code, Subject subject, std::vector&lt; error &gt; causes={})']]],
  ['error_5fof_5',['error_of',['../classeyeballs_1_1endpoint__list.html#a1a40d4735c6b38c84ca3fd267495a99d',1,'eyeballs::endpoint_list']]],
  ['exception_6',['exception',['../group__tasks.html#ga1156d63a418604d1e4ccc7ce3eec2969',1,'eyeballs::error']]],
  ['extract_7',['extract',['../group__address.html#ga98fb76c191e9fc8807cc0dab02ce3aef',1,'eyeballs']]],
  ['eyeballs_5fcategory_8',['eyeballs_category',['../group__tasks.html#gaebd62ac1da3e82313bad3620a6842184',1,'eyeballs']]]
];
