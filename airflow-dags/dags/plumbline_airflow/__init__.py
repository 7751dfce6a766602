"""What Plumbline's DAGs share: one operator that runs ``plumbline`` commands, the assets, the conventions.

``operators`` is what a DAG uses; it reads where things are from Airflow's Variables and Connections when a task runs
(``settings``), starts the command below a guard that ends it with the task (``guard``, ``process``), and reads the JSON
with which every command answers (``answers``). Nothing here is evaluated at parse time but constants.
"""
